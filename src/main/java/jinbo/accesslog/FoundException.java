package jinbo.accesslog;

/** Carries a finding out of a transaction, which must not be committed after it. */
final class FoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    FoundException(AlarmKind kind, String detail) {
        super(kind + " " + detail);
        this.finding = new Finding(kind, detail);
    }

    Finding finding() {
        return finding;
    }
}
