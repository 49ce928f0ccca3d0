package jinbo.consumer;

/** The versions of the consent to pass the number to insurers (个人信息保护法, art. 23); a new meaning needs a new one. */
public final class ConsentText {

    public static final String VERSION = "2026-11-lines";

    /** The consent for a complaint, which passes the number to the insurer concerned. */
    public static final String OF_COMPLAINTS = "complaint-2026-11-lines";

    private ConsentText() {}
}
