package uk.vehicleregister.kernel.refusal;

/// Every reason for not doing what was asked (contract.md), with its HTTP status, a title, and a sentence that
/// tells a citizen what to do next. The list is long, and kept in one place, so that its words read alike. They are
/// the same for everybody and hold nothing of the request.
public enum RefusalCode {
    INVALID_REQUEST(
            400,
            "The request is not in order",
            "Nothing was looked up or changed. Correct the fields named here and send it again."),
    UNAUTHORISED(401, "Not signed in", "Sign in, or send a bearer token that has not expired, and try again."),
    FORBIDDEN(
            403,
            "Not allowed",
            "Your account may not do this. Sign in as somebody who may, or ask the register's contact centre."),

    VEHICLE_OR_DOCUMENT_NOT_MATCHED(
            404,
            "Vehicle not found",
            "The registration mark and the document reference do not match a current V5C. Check both against the latest"
                    + " V5C and try again; after three wrong tries the mark is locked for ten minutes."),
    NOT_FOUND(404, "Nothing here", "Nothing is known under this address or number. Check it and try again."),

    CONFLICT(
            409,
            "Somebody else was quicker",
            "The record was changed by another transaction at the same moment and nothing of yours was recorded. Send it again."),
    IDEMPOTENCY_KEY_IN_USE(
            409,
            "The first request is still running",
            "A request with this Idempotency-Key has not been answered yet. Wait a moment and send the same one again."),

    DOCUMENT_ERASED(
            410,
            "The document is gone for good",
            "A person it was about has been erased from the register, and nobody can print it again. For what is on record"
                    + " today, look at the vehicle's latest documents."),

    V5C_SUPPRESSED(
            422,
            "No V5C has been issued for this vehicle",
            "The vehicle is in a scheme without V5Cs. Ask for a V5C first, then tell us online again."),
    ALREADY_SOLD_TO_TRADE(
            422,
            "The vehicle has already been sold to the trade",
            "There is nothing left to tell. If you are the trader and have sold it on, report that sale instead."),
    KEEPER_STILL_ON_RECORD(
            422,
            "The vehicle still has a keeper on record",
            "Ask the keeper on record to report the sale into the trade first, then report your sale."),
    DATE_IN_FUTURE(422, "The date is in the future", "Give the day on which it happened, which is today or earlier."),
    DATE_TOO_OLD(
            422,
            "The date is too long ago",
            "It can no longer be reported online. Check the date, or send the V5C by post with a letter that gives the date."),
    DATE_TOO_FAR_AHEAD(
            422,
            "The date is too far ahead",
            "It can be declared two months before at the most. Give an earlier date, or send it again nearer the day."),
    CONSENT_MISSING(422, "A consent is missing", "Read each declaration and agree to it, then send the request again."),
    CONFIRMATION_NEEDED(
            422,
            "Please check the date",
            "The date looks unusual for the reasons listed. If it is right, send the request again with those warnings"
                    + " acknowledged and a new Idempotency-Key; otherwise correct the date."),
    NO_KEEPER(
            422,
            "The vehicle has no registered keeper",
            "Register its keeper first with the V5C, then apply again when the new V5C has arrived."),
    EXPORTED(
            422,
            "The vehicle has been exported",
            "This cannot be done for an exported vehicle. If it is back in the United Kingdom, register it again first."),
    SCRAPPED(
            422,
            "The vehicle has been scrapped",
            "Nothing more can be done with its record. If that is wrong, write to the register with proof that the vehicle exists."),
    WRITTEN_OFF(
            422,
            "The vehicle has been seriously damaged",
            "Apply on paper with form V317 and the original V5C, so that the vehicle can be looked at."),
    DIRECT_TO_PAPER(
            422, "Apply on paper", "This vehicle needs a look by a person. Apply with form V317 and the original V5C."),
    LICENSING_HISTORY(
            422,
            "The licensing history needs a look",
            "Apply on paper with form V317 and the original V5C, so that the vehicle's tax history can be checked."),
    IDENTITY_CHECK(
            422,
            "The vehicle's identity has to be checked",
            "Have its identity checked first, then apply on paper with form V317 and the original V5C."),
    Q_MARK(
            422,
            "A Q mark cannot be moved or replaced",
            "A vehicle with a Q or QNI mark keeps it. Choose another vehicle for the mark you want to use."),
    NOT_TESTABLE_TYPE(
            422,
            "Vehicles of this type cannot take part",
            "Marks can be moved only between vehicles of a type that needs an MOT or HGV test. Choose another vehicle."),
    POSTCODE_MISMATCH(
            422,
            "The postcode does not match the record",
            "Use the keeper's postcode as it stands on the latest V5C. If you have moved, change your address first."),
    WOULD_LOOK_NEWER(
            422,
            "The mark would make the vehicle look newer than it is",
            "Choose a vehicle first registered on or after the day that marks of this age were first issued."),
    CERTIFICATE_NOT_MATCHED(
            422,
            "The certificate number does not match",
            "Copy all four boxes from the latest V750 or V778 for this mark and try again."),
    CERTIFICATE_EXPIRED(
            422,
            "The certificate has expired",
            "A certificate is extended on its last day at the latest, and can be used against a fee for six years after it. If"
                    + " they are not over, assign the mark or give it up; otherwise look for another mark."),
    MARK_NOT_AVAILABLE(
            422,
            "The mark is not available",
            "It has been issued before, or no mark of this form is issued. Choose another mark, or leave it out to be given one."),
    VIN_ALREADY_REGISTERED(
            422,
            "A vehicle with this VIN is already on the register",
            "Check the VIN on the vehicle. If it is right, report a change of keeper instead of a first registration."),
    PRE_1998(
            422,
            "No replacement mark can be given online",
            "The vehicle was first registered before 1998. Apply on paper with form V317 and the original V5C."),
    FEE_DUE(
            422,
            "A fee is due",
            "The certificate has expired, and the mark can still be used for a fee of GBP 170. Send the request again with"
                    + " a payment and a new Idempotency-Key."),
    NOT_TAXED(422, "The vehicle is not taxed", "Tax the vehicle first, then apply again."),
    ALREADY_SORN(
            422,
            "A SORN is already in force",
            "The vehicle is declared off the road from that day or an earlier one. There is nothing more to tell."),
    NOT_GRANTEE_OR_NOMINEE(
            422,
            "The mark belongs to somebody else",
            "Only the grantee, the purchaser or the nominee may use it. Ask them to apply or to name you as nominee."),
    PAYMENT_ALREADY_USED(
            422,
            "The payment has been used already",
            "This payment belongs to another application, and one payment pays for one application only. Nothing was"
                    + " changed. Send the request again with a payment of its own and a new Idempotency-Key."),
    PAYMENT_ABANDONED(
            422,
            "The payment was not finished in time",
            "Nothing was changed, and the payment was given back. Start again with another payment and a new"
                    + " Idempotency-Key."),
    DIFFERENT_KEEPERS(
            422,
            "The vehicles have different keepers",
            "A mark goes straight from one vehicle to another of the same keeper only. Retain it first, then assign it."),
    PAYMENT_DECLINED(
            422,
            "The payment was declined",
            "Nothing was changed and no money was taken. Send the request again with another payment and a new"
                    + " Idempotency-Key."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key belongs to another request",
            "Nothing was done. Send this request with a new Idempotency-Key, or repeat the first one unchanged."),

    AUTHORITY_PERIOD(
            422,
            "An authority cannot last that long",
            "Give a last day from today up to two years from today, and send it again with a new Idempotency-Key."),
    AUTHORITY_REVOKED(
            422,
            "The authority has been taken back",
            "The keeper has taken this authority back. Whoever still has to act for them asks for a new one."),
    AUTHORITY_EXPIRED(
            422,
            "The authority has expired",
            "Its last day has passed. Whoever still has to act for the keeper asks them for a new one."),
    AUTHORITY_OUT_OF_SCOPE(
            422,
            "The authority does not cover this",
            "The keeper has allowed other things than this one. Ask them for an authority with this in its scope."),
    AUTHORITY_ENDED(
            422,
            "The authority ended with the keepership",
            "Whoever gave it is not the keeper any more. Ask the new keeper for an authority of their own."),

    MARKER_UNCHANGED(
            422,
            "The record already says so",
            "The marker already stands as you asked, and nothing was recorded. Look at the vehicle's history to see since when."),

    CASE_DECIDED(
            422,
            "The case has been decided already",
            "Nothing was recorded. Look at the list of cases to see who decided it, and how."),
    APPLICATION_ERASED(
            422,
            "The application is gone",
            "Its personal data has been erased, so it can no longer be accepted. Refuse the case."),
    STOLEN(
            422,
            "The vehicle is marked as stolen",
            "While the marker stands a V5C proves nothing. If the vehicle is yours or has been found, tell the police, who"
                    + " tell the register; then try again."),
    DATE_BEFORE_FIRST_REGISTRATION(
            422,
            "The date is before the vehicle's first registration",
            "Give the day on which it happened, which cannot be earlier than the first registration on the V5C."),
    DATE_BEFORE_KEEPERSHIP(
            422,
            "The date is before the keeper had the vehicle",
            "Check the date. If it is right, the record names the wrong keeper: write to the register with the V5C and the evidence."),
    NOT_CERTIFIABLE_TYPE(
            422,
            "Vehicles of this type get no certificate of destruction",
            "Certificates of destruction are for cars, light vans and three-wheelers. Let the keeper report the scrapping"
                    + " with the V5C instead."),
    NO_PERSON_AS_KEEPER(
            422,
            "The vehicle has no person as its keeper",
            "The record names a business, or the vehicle is in the trade. Report its sale or new details instead of a death."),
    ALREADY_AN_ESTATE(
            422,
            "The death has already been reported",
            "The record stands for the estate, and its executor has the latest V5C. Report a sale or keep the mark with that one."),
    NOT_THE_SAME_KEEPER(
            422,
            "This is not the keeper on record",
            "Only the name or address of the keeper on record can change here. If the vehicle has another keeper, report a"
                    + " change of keeper; an executor who has moved writes to the register with the evidence."),
    WRITE_OFF_STANDS(
            422,
            "Another write-off category stands on the record",
            "A vehicle is written off in one category at a time. Lift the one that stands, then set the other."),
    CERTIFICATE_OF_DESTRUCTION_STANDS(
            422,
            "A certificate of destruction stands on the record",
            "Lift it only after the treatment facility has withdrawn its certificate, and give the number of that"
                    + " certificate in the reason."),
    NOT_CORRECTABLE(
            422,
            "This cannot be corrected so",
            "Nothing was recorded. Name the event that first told the fact, and only facts that an event of its kind tells."),
    NOTHING_TO_CORRECT(
            422,
            "The record already says so",
            "The facts given are those on record, and nothing was recorded. Look at the vehicle's history first."),
    PERSON_STILL_ON_RECORD(
            422,
            "The person still stands in the record",
            "The keeper of a vehicle that is on the register, the trader who has it and the holder of a right to a mark"
                    + " cannot be erased. Wait until that has ended, then send the request again."),
    RETENTION_PERIOD_RUNS(
            422,
            "The record must still be kept",
            "As no longer necessary it can be erased seven years after it ended. Give another legal basis, if there is one."),
    LEGAL_BASIS_DOES_NOT_FIT(
            422,
            "This legal basis does not fit",
            "Only the email address a seller gave rests on consent. Give the legal basis on which this record is erased."),
    ALREADY_ERASED(
            422,
            "The person has been erased already",
            "Nothing was recorded, and nothing of the person is left. Look at the vehicle's history to see them as erased."),
    NOTHING_TO_ERASE(
            422,
            "There is nobody to erase",
            "No keepership of that vehicle that ended before the date is left to erase. Check the date."),

    MARK_LOCKED(
            423,
            "The registration mark is locked",
            "There were too many wrong tries for this mark. Wait for the time given in Retry-After, check the papers and try again."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait for the time given in Retry-After and send the request again."),

    INTERNAL_FAULT(
            500,
            "Something went wrong here",
            "It has been noted. Send the same request with the same Idempotency-Key in a few minutes; it takes effect once."),
    PAYMENT_OUTCOME_UNKNOWN(
            503,
            "The payment's outcome is not known yet",
            "Nothing was changed. Send the same request with the same Idempotency-Key in a few minutes; you will not pay twice."),
    OUTCOME_UNKNOWN(
            503,
            "The outcome is not known yet",
            "The connection was lost while this was being recorded. Send the same request with the same Idempotency-Key,"
                    + " which tells the outcome and does nothing twice."),
    LOG_UNAVAILABLE(503, "The register cannot be reached", "Nothing was recorded. Try again in a few minutes."),
    LOOK_NOT_RECORDED(
            503,
            "The look could not be recorded",
            "Whoever looks at a record is recorded first, and that could not be done, so nothing is shown. Wait for the time"
                    + " given in Retry-After and ask again."),
    OVERLOADED(
            503,
            "More is asked than can be done",
            "Nothing was looked up or changed. Wait for the time given in Retry-After and send the same request again."),
    ERASURE_UNAVAILABLE(
            503,
            "Nobody can be erased here",
            "Nothing was recorded. This service has no login that may destroy keys; ask the operator to set it up, then send"
                    + " the same request again."),
    NOT_CAUGHT_UP(
            503,
            "The answer is not ready yet",
            "What you asked to wait for has not arrived here. Wait for the time given in Retry-After and ask again.");

    private final int status;
    private final String title;
    private final String detail;

    RefusalCode(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    /// Is this the final answer to its Idempotency-Key? (contract.md: 404 and 422 are.) A key that belongs to
    /// another request keeps the answer of that one.
    public boolean remembered() {
        return (status == 404 || status == 422) && this != IDEMPOTENCY_KEY_REUSED;
    }
}
