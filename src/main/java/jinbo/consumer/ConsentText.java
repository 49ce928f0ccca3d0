package jinbo.consumer;

/**
 * What a consumer agrees to before the number is handed to insurers: a consent of its own, as the Personal Information Protection Law
 * asks for where data are handed on (个人信息保护法, art. 23). Its words are the portal's; a change of meaning is another version.
 */
public final class ConsentText {

    public static final String VERSION = "2026-11-lines";

    /** The version that is asked for before a complaint, with the number, is handed to the insurer concerned. */
    public static final String OF_COMPLAINTS = "complaint-2026-11-lines";

    private ConsentText() {}
}
