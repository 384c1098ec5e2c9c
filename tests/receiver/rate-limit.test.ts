import { describe, expect, test } from "vitest";
import { clientAddress, rateLimit } from "../../src/receiver/rate-limit.ts";

describe("a rate", () => {
  test("lets some pass at once, then one each while, and says how long to wait", () => {
    const limit = rateLimit({ burst: 2, perMinute: 6 });
    expect([0, 0, 0, 5000, 10_000, 10_000].map((now) => limit("198.51.100.1", now))).toEqual([0, 0, 10, 5, 0, 10]);
  });

  test("fills up again, but never beyond what may come at once", () => {
    const limit = rateLimit({ burst: 2, perMinute: 6 });
    limit("a", 0);
    expect([1e9, 1e9, 1e9].map((now) => limit("a", now))).toEqual([0, 0, 10]);
  });

  test("does not mind a clock that is put back", () => {
    const limit = rateLimit({ burst: 1, perMinute: 6 });
    expect([1e9, 0, 10_000].map((now) => limit("a", now))).toEqual([0, 10, 0]);
  });

  test("is each address's own", () => {
    const limit = rateLimit({ burst: 1, perMinute: 1 });
    expect(["198.51.100.1", "198.51.100.2", "198.51.100.1"].map((address) => limit(address, 0))).toEqual([0, 0, 60]);
  });

  test.each([
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true],
    ["2001:db8:1:2::1", "2001:0DB8:0001:0002:0:0:0:9", true],
    ["2001:db8::1", "2001:db8:0:0:1::", true],
    ["::ffff:198.51.100.1", "198.51.100.1", true],
    ["fe80::1%eth0", "fe80::2", true],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
    ["::1", "2001:db8::1", false],
  ])("takes %s and %s for one: %s", (one, other, isOne) => {
    const limit = rateLimit({ burst: 1, perMinute: 1 });
    limit(one, 0);
    expect(limit(other, 0) > 0).toBe(isOne);
  });

  test("is remembered for so many addresses and no more", () => {
    const limit = rateLimit({ burst: 1, perMinute: 1 });
    limit("first", 0);
    for (let index = 0; index < 9_999; index += 1) limit(`other ${index}`, 0);
    expect(limit("first", 0)).toBe(60);
    for (let index = 0; index < 10_000; index += 1) limit(`more ${index}`, 0);
    expect(limit("first", 0)).toBe(0);
  });
});

describe("the address of a client", () => {
  test.each([
    ["without proxies of ours", "203.0.113.1", 0, "192.0.2.1"],
    ["without the header", undefined, 1, "192.0.2.1"],
    ["behind one proxy", "203.0.113.1", 1, "203.0.113.1"],
    ["behind one proxy, with what somebody made up", "10.0.0.1, 203.0.113.1", 1, "203.0.113.1"],
    ["behind two", "10.0.0.1, 203.0.113.1, 198.51.100.7", 2, "203.0.113.1"],
    ["behind two that one of them did not tell of", "203.0.113.1", 2, "203.0.113.1"],
    ["with a port", "203.0.113.1:4711", 1, "203.0.113.1"],
    ["of the newer kind", "2001:db8::1", 1, "2001:db8::1"],
    ["of the newer kind with a port", "[2001:db8::1]:4711", 1, "2001:db8::1"],
    ["that is none", "unknown", 1, "192.0.2.1"],
    ["that is nothing", "", 1, "192.0.2.1"],
    ["that is markup", "<script>", 1, "192.0.2.1"],
  ])("%s", (_, header, proxies, address) => {
    expect(clientAddress("192.0.2.1", header, proxies)).toBe(address);
  });
});
