package jinbo.partner.calls;

import java.util.Locale;

/** What calls are for; only sales calls are banned (design, "Sales calls only"). */
public enum CallPurpose {
    SALES,
    /** To serve a policy that is in force. */
    SERVICE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
