import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

/** A certificate that this machine signed for itself: for localhost, and for 0.0.0.0, which leads to it as well. */
export function ownCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  try {
    const names = "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:0.0.0.0";
    const request = [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "2",
    ];
    const files = ["-keyout", "key.pem", "-out", "certificate.pem", "-subj", "/CN=localhost", "-addext", names];
    execFileSync("openssl", [...request, ...files], { cwd: folder, stdio: "ignore" });
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    return { key: read("key.pem"), certificate: read("certificate.pem") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Trusts a certificate in this process, as if a well-known office had signed it, until the returned function is called. */
export function trust({ certificate }: Certificate): () => void {
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, certificate]);
  return () => setDefaultCACertificates(before);
}
