/**
 * Abbreviations that people know better than the words they stand for. The manual names UK, NHS and GP; the others are
 * names of things that everybody has at hand, of places and bodies that are hardly called anything else, or units.
 */
export const knownAbbreviations: ReadonlySet<string> = new Set(
  (
    "AIDS AM APP ATM BBC BSL BST CD COVID CSV CT CV DIY DNA DVD DVLA EEA EU FAQ FAQS GB GIF GMT GP GPS HGV HIV HMRC HTML HTTP HTTPS " +
    "ID IDS II III IM IOS IP IT ITV IV JPEG JPG KB LED MB MMS MOT MP MPS MRI NFC NHS NI OK OS PC PDF PHD PIN PINS PM PNG PO PS QR " +
    "RAC SIM SMS SOS STI STIS SVG TB TV UK URL URLS US USA USB UTC VAT VI VII VIII VIP VPN WC WHO WIFI WWW XML ZIP"
  ).split(" "),
);

/** Short English words, which somebody may write in capitals to be heard. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    "ALL ALSO ALWAYS AND ANY ARE AT BE BEFORE BUT BY CALL CAN CANNOT CLICK DO DON'T FOR FROM HAVE HERE HOW IF IMPORTANT IN INTO IS " +
    "MUST NEVER NEW NO NOT NOTE NOW OF ON ONLY OR OUR OUT PLEASE READ SHOULD STOP THAT THE THEN THIS TO UNLESS UP URGENT WARNING WE " +
    "WHEN WHERE WHY WILL WITH WITHOUT YES YOU YOUR"
  ).split(" "),
);
