package jinbo.exchange.format;

/** The columns of a file of withdrawals, as {@code exchange-formats/withdrawals/v1/columns.csv} publishes them. */
public enum WithdrawalColumn implements UploadColumn {
    /** The complaint upload that is taken back, or a row of which is. */
    FILE(true),
    LINE(true),
    REASON(false);

    private final boolean mandatory;

    WithdrawalColumn(boolean mandatory) {
        this.mandatory = mandatory;
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }
}
