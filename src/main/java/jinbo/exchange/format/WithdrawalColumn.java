package jinbo.exchange.format;

import java.util.Locale;

/** The columns of a file of withdrawals, as {@code exchange-formats/withdrawals/v1/columns.csv} publishes them. */
public enum WithdrawalColumn implements UploadColumn {
    /** The complaint upload that is taken back, or a row of which is. */
    FILE(true),
    /** The line on which the row starts. */
    LINE(true),
    /** Why. */
    REASON(false);

    private final boolean mandatory;

    WithdrawalColumn(boolean mandatory) {
        this.mandatory = mandatory;
    }

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }
}
