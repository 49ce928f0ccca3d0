package jinbo.accesslog;

import jinbo.accesslog.tlog.TileDamagedException;

/** A check has found a fault of the log. Rolls back the check's transaction, before an alarm is raised. */
final class LogFindingException extends RuntimeException {

    private final Alarm.Kind kind;
    private final String detail;

    LogFindingException(Alarm.Kind kind, String detail) {
        super(kind + " " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    static LogFindingException damaged(TileDamagedException e) {
        return new LogFindingException(Alarm.Kind.TREE_DAMAGED, "tile " + e.index() + " of level " + e.level());
    }

    Alarm.Kind kind() {
        return kind;
    }

    String detail() {
        return detail;
    }
}
