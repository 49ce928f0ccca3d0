package jinbo.exchange.sftp.check;

import java.util.Optional;

/** The possible results of the steps of a drop check. Their texts are the messages {@code word.checked-step.code.*}. */
public enum DropCheckCode {
    ADDRESS_KNOWN(DropCheckStep.ADDRESS, Grade.GOOD),
    NAME_FOUND(DropCheckStep.NAME, Grade.GOOD),
    NAME_UNKNOWN(DropCheckStep.NAME, Grade.WRONG),
    NAME_NOT_TOLD(DropCheckStep.NAME, Grade.WRONG),
    SSH_ANSWERS(DropCheckStep.PORT, Grade.GOOD),
    PORT_CLOSED(DropCheckStep.PORT, Grade.WRONG),
    PORT_SILENT(DropCheckStep.PORT, Grade.WRONG),
    HOST_UNREACHABLE(DropCheckStep.PORT, Grade.WRONG),
    SERVER_SILENT(DropCheckStep.PORT, Grade.WRONG),
    NOT_SSH(DropCheckStep.PORT, Grade.WRONG),
    SERVER_HUNG_UP(DropCheckStep.PORT, Grade.WRONG),
    EXCHANGE_STRICT(DropCheckStep.KEY_EXCHANGE, Grade.GOOD),
    EXCHANGE_LAST_RESORT(DropCheckStep.KEY_EXCHANGE, Grade.NOTE),
    EXCHANGE_NOT_STRICT(DropCheckStep.KEY_EXCHANGE, Grade.WRONG),
    EXCHANGE_NO_COMMON(DropCheckStep.KEY_EXCHANGE, Grade.WRONG),
    HOST_KEY_PINNED(DropCheckStep.HOST_KEY, Grade.GOOD),
    HOST_KEY_NOT_PINNED(DropCheckStep.HOST_KEY, Grade.WRONG),
    LOGGED_IN(DropCheckStep.LOGIN, Grade.GOOD),
    LOGIN_REFUSED(DropCheckStep.LOGIN, Grade.WRONG),
    PASSWORD_WANTED(DropCheckStep.LOGIN, Grade.WRONG),
    PASSWORD_EXPIRED(DropCheckStep.LOGIN, Grade.WRONG),
    SFTP_SPOKEN(DropCheckStep.SFTP, Grade.GOOD),
    SFTP_REFUSED(DropCheckStep.SFTP, Grade.WRONG),
    FOLDERS_THERE(DropCheckStep.FOLDERS, Grade.GOOD),
    FOLDERS_MISSING(DropCheckStep.FOLDERS, Grade.WRONG),
    UPLOAD_LISTED(DropCheckStep.LIST_UPLOAD, Grade.GOOD),
    UPLOAD_STRANGE(DropCheckStep.LIST_UPLOAD, Grade.NOTE),
    UPLOAD_NOT_LISTED(DropCheckStep.LIST_UPLOAD, Grade.WRONG),
    DOWNLOAD_WRITABLE(DropCheckStep.WRITE_DOWNLOAD, Grade.GOOD),
    DOWNLOAD_NOT_WRITABLE(DropCheckStep.WRITE_DOWNLOAD, Grade.WRONG),
    DOWNLOAD_NOT_RENAMABLE(DropCheckStep.WRITE_DOWNLOAD, Grade.WRONG),
    DOWNLOAD_NOT_DELETABLE(DropCheckStep.WRITE_DOWNLOAD, Grade.WRONG),
    UPLOAD_COLLECTED(DropCheckStep.COLLECT_UPLOAD, Grade.GOOD),
    UPLOAD_TIMES_DIFFER(DropCheckStep.COLLECT_UPLOAD, Grade.NOTE),
    UPLOAD_NOT_SEEN(DropCheckStep.COLLECT_UPLOAD, Grade.WRONG),
    UPLOAD_SEEN_STRANGE(DropCheckStep.COLLECT_UPLOAD, Grade.WRONG),
    UPLOAD_NEVER_STILL(DropCheckStep.COLLECT_UPLOAD, Grade.WRONG),
    UPLOAD_LOOKS_DIFFER(DropCheckStep.COLLECT_UPLOAD, Grade.WRONG),
    UPLOAD_NOT_READABLE(DropCheckStep.COLLECT_UPLOAD, Grade.WRONG),
    ARCHIVE_TAKES(DropCheckStep.MOVE_TO_ARCHIVE, Grade.GOOD),
    UPLOAD_NOT_WRITABLE(DropCheckStep.MOVE_TO_ARCHIVE, Grade.WRONG),
    ARCHIVE_REFUSES(DropCheckStep.MOVE_TO_ARCHIVE, Grade.WRONG),
    ARCHIVE_CHANGES(DropCheckStep.MOVE_TO_ARCHIVE, Grade.WRONG),
    ARCHIVE_NOT_DELETABLE(DropCheckStep.MOVE_TO_ARCHIVE, Grade.NOTE),
    CLOCK_AGREES(DropCheckStep.CLOCK, Grade.GOOD),
    CLOCK_DIFFERS(DropCheckStep.CLOCK, Grade.NOTE),
    NO_LEFTOVERS(DropCheckStep.LEFTOVERS, Grade.GOOD),
    LEFTOVERS(DropCheckStep.LEFTOVERS, Grade.NOTE),
    CAME_BACK(DropCheckStep.ROUND_TRIP, Grade.GOOD),
    CAME_BACK_CHANGED(DropCheckStep.ROUND_TRIP, Grade.WRONG),
    DROP_OWN(DropCheckStep.OTHER_INSURERS, Grade.GOOD),
    DROP_SHARED(DropCheckStep.OTHER_INSURERS, Grade.WRONG),
    DROP_NOT_COMPARED(DropCheckStep.OTHER_INSURERS, Grade.NOTE),
    // Results of any step:
    NOT_SUPPORTED(Grade.WRONG),
    BROKE_OFF(Grade.WRONG),
    NOT_TRIED(Grade.OPEN);

    public enum Grade {
        GOOD,
        /** It works, but an operator should know about it. */
        NOTE,
        WRONG,
        OPEN
    }

    private final Optional<DropCheckStep> step;
    private final Grade grade;

    DropCheckCode(DropCheckStep step, Grade grade) {
        this.step = Optional.of(step);
        this.grade = grade;
    }

    DropCheckCode(Grade grade) {
        this.step = Optional.empty();
        this.grade = grade;
    }

    public Grade grade() {
        return grade;
    }

    DropCheckStep step() {
        return step.orElseThrow();
    }

    DropCheckResult with(Object... facts) {
        return DropCheckResult.of(step(), this, facts);
    }
}
