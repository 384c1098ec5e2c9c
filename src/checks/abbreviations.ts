/**
 * Abbreviations that people know better than the words they stand for. The manual names UK, NHS and GP; the others are
 * names of things that everybody has at hand, of places and bodies that are hardly called anything else, or units; and
 * what people who use screen readers call theirs, and accessibility statements their level.
 */
export const knownAbbreviations: ReadonlySet<string> = new Set(
  (
    "AA AAA AIDS AM APP ATM BBC BSL BST CD COVID CSV CT CV DIY DNA DVD DVLA EEA EU FAQ FAQS GB GIF GMT GP GPS HGV " +
    "HIV HMRC HTML HTTP HTTPS ID IDS II III IM IOS IP IT ITV IV JAWS JPEG JPG KB LED MB MMS MOT MP MPS MRI NFC " +
    "NHS NI NVDA OK OS PC PDF PHD PIN PINS PM PNG PO PS QR RAC SIM SMS SOS STI STIS SVG TB TV UK URL URLS US USA " +
    "USB UTC VAT VI VII VIII VIP VPN WC WHO WIFI WWW XML ZIP"
  ).split(" "),
);

/** Short English words, which somebody may write in capitals to be heard. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    "AFTER AGAIN ALL ALSO ALWAYS AND ANY ARE AT BE BEFORE BOTH BUT BY CALL CAN CANNOT CLICK DO DON'T EACH EVEN " +
    "EVERY FIRST FOR FROM HAVE HERE HOW IF IMPORTANT IN INTO IS JUST LAST LATER LESS MANY MORE MOST MUST NEVER " +
    "NEW NEXT NO NOT NOTE NOW OF ON ONCE ONLY OR OTHER OUR OUT OVER PLEASE READ SAME SHOULD SOON STOP SURE THAN " +
    "THAT THE THEM THEN THESE THEY THIS THOSE TO TWICE UNDER UNLESS UP URGENT VERY WARNING WE WHAT WHEN WHERE " +
    "WHICH WHY WILL WITH WITHOUT YES YET YOU YOUR"
  ).split(" "),
);
