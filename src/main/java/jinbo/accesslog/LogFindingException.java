package jinbo.accesslog;

import jinbo.accesslog.tlog.TileDamagedException;

/** Carries a finding out of a transaction, which must not be committed after it. */
final class LogFindingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LogFinding logFinding;

    LogFindingException(Alarm.Kind kind, String detail) {
        super(kind + " " + detail);
        this.logFinding = new LogFinding(kind, detail);
    }

    static LogFindingException damaged(TileDamagedException e) {
        return new LogFindingException(Alarm.Kind.TREE_DAMAGED, "tile " + e.index() + " of level " + e.level());
    }

    LogFinding finding() {
        return logFinding;
    }

    record LogFinding(Alarm.Kind kind, String detail) {}
}
