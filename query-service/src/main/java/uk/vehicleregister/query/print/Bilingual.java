package uk.vehicleregister.query.print;

/// The same words in English and Welsh, which stand side by side on every paper.
record Bilingual(String english, String welsh) {

    static final Bilingual REGISTER = words("Vehicle Register", "Cofrestr Cerbydau");
    static final Bilingual IN_THE_TRADE = words("In the trade: no registered keeper", "Yn y fasnach: dim ceidwad");
    static final Bilingual NOT_RECORDED = words("Not recorded", "Heb ei gofnodi");
    static final Bilingual REGISTRATION_MARK = words("Registration mark", "Rhif cofrestru");
    static final Bilingual CERTIFICATE_NUMBER = words("Certificate number", "Rhif y dystysgrif");
    static final Bilingual EXPIRES_ON = words("Expires on", "Dyddiad dod i ben");
    static final Bilingual ISSUED_ON = words("Issued on", "Dyddiad cyhoeddi");
    static final Bilingual TRANSACTION = words("Transaction", "Trafodiad");

    static Bilingual words(String english, String welsh) {
        return new Bilingual(english, welsh);
    }

    /// Both in one line.
    String joined() {
        return english + " / " + welsh;
    }
}
