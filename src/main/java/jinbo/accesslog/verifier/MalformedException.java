package jinbo.accesslog.verifier;

/** A text, file or entry is not valid; the finding names the fault. */
public final class MalformedException extends Exception {

    private final transient Finding finding;

    MalformedException(Fault fault, Object... facts) {
        this(Finding.of(fault, facts));
    }

    MalformedException(Finding finding) {
        super(finding.in(java.util.Locale.ROOT));
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
