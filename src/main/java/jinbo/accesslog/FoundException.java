package jinbo.accesslog;

import jinbo.accesslog.tlog.TileDamagedException;

/** Carries a finding out of a transaction, which must not be committed after it. */
final class FoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    FoundException(AlarmKind kind, String detail) {
        super(kind + " " + detail);
        this.finding = new Finding(kind, detail);
    }

    static FoundException damaged(TileDamagedException e) {
        return new FoundException(AlarmKind.TREE_DAMAGED, "tile " + e.index() + " of level " + e.level());
    }

    Finding finding() {
        return finding;
    }
}
