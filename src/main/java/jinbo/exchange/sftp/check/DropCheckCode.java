package jinbo.exchange.sftp.check;

/** What one step of a check has found; each has a sentence in both languages, with the facts of {@link DropCheckResult} in it. */
public enum DropCheckCode {
    /** The address, its pins, and by what we log in. */
    ADDRESS_KNOWN(Grade.GOOD),
    /** The host and its addresses. */
    NAME_FOUND(Grade.GOOD),
    /** The host. */
    NAME_UNKNOWN(Grade.WRONG),
    /** The host, and how long nobody told. */
    NAME_NOT_TOLD(Grade.WRONG),
    /** The server's program. */
    SSH_ANSWERS(Grade.GOOD),
    /** The port, and the addresses that were tried. */
    PORT_CLOSED(Grade.WRONG),
    /** Likewise, and how long it was waited for. */
    PORT_SILENT(Grade.WRONG),
    /** Likewise, and what the system says. */
    HOST_UNREACHABLE(Grade.WRONG),
    /** How long it was waited for. */
    SERVER_SILENT(Grade.WRONG),
    /** The port, and what answers there instead. */
    NOT_SSH(Grade.WRONG),
    /** What the library says. */
    SERVER_HUNG_UP(Grade.WRONG),
    /** Key exchange, cipher, integrity. */
    EXCHANGE_STRICT(Grade.GOOD),
    /** Likewise, and which algorithms are used only because the server has nothing better. */
    EXCHANGE_LAST_RESORT(Grade.NOTE),
    /** The server's program. */
    EXCHANGE_NOT_STRICT(Grade.WRONG),
    /** What is not agreed on with all that the server has of it, and the server's program. */
    EXCHANGE_NO_COMMON(Grade.WRONG),
    /** The key, and the other pinned ones. */
    HOST_KEY_PINNED(Grade.GOOD),
    /** The keys shown, the pinned ones, the insurer, and the fingerprint to pin. */
    HOST_KEY_NOT_PINNED(Grade.WRONG),
    /** The user. */
    LOGGED_IN(Grade.GOOD),
    /** The user, the methods that the server offers, what we have, and the line of our public key. */
    LOGIN_REFUSED(Grade.WRONG),
    /** The user, the methods that the server offers, and the insurer. */
    PASSWORD_WANTED(Grade.WRONG),
    /** The user, and the insurer. */
    PASSWORD_EXPIRED(Grade.WRONG),
    /** The extensions that we use where they are there. */
    SFTP_SPOKEN(Grade.GOOD),
    /** What the library says. */
    SFTP_REFUSED(Grade.WRONG),
    /** Where they are. */
    FOLDERS_THERE(Grade.GOOD),
    /** Those that are missing, and where. */
    FOLDERS_MISSING(Grade.WRONG),
    /** How many files wait. */
    UPLOAD_LISTED(Grade.GOOD),
    /** How many files wait, and how many entries are strange. */
    UPLOAD_STRANGE(Grade.NOTE),
    /** What the server says. */
    UPLOAD_NOT_LISTED(Grade.WRONG),
    DOWNLOAD_WRITABLE(Grade.GOOD),
    /** What the server says. */
    DOWNLOAD_NOT_WRITABLE(Grade.WRONG),
    /** What the server says. */
    DOWNLOAD_NOT_RENAMABLE(Grade.WRONG),
    /** What the server says, and the name of what stays there. */
    DOWNLOAD_NOT_DELETABLE(Grade.WRONG),
    /** The size in bytes. */
    UPLOAD_COLLECTED(Grade.GOOD),
    /** The time in the listing, and the time of the file itself. */
    UPLOAD_TIMES_DIFFER(Grade.NOTE),
    UPLOAD_NOT_SEEN(Grade.WRONG),
    UPLOAD_SEEN_STRANGE(Grade.WRONG),
    /** The size and the time that the second listing gives. */
    UPLOAD_NEVER_STILL(Grade.WRONG),
    /** The size and the time in the listing, and the size and the time of the file itself. */
    UPLOAD_LOOKS_DIFFER(Grade.WRONG),
    /** What the server says. */
    UPLOAD_NOT_READABLE(Grade.WRONG),
    ARCHIVE_TAKES(Grade.GOOD),
    /** What the server says. */
    UPLOAD_NOT_WRITABLE(Grade.WRONG),
    /** What the server says. */
    ARCHIVE_REFUSES(Grade.WRONG),
    ARCHIVE_CHANGES(Grade.WRONG),
    /** What the server says, and the name of what stays there. */
    ARCHIVE_NOT_DELETABLE(Grade.NOTE),
    /** The difference in seconds. */
    CLOCK_AGREES(Grade.GOOD),
    /** The difference in seconds, and what the server says it is. */
    CLOCK_DIFFERS(Grade.NOTE),
    NO_LEFTOVERS(Grade.GOOD),
    /** How many probes of ours were removed, and how many unfinished deliveries lie there. */
    LEFTOVERS(Grade.NOTE),
    /** The size in bytes, and the fingerprint of the key that signed and opened it. */
    CAME_BACK(Grade.GOOD),
    /** Why it did not open. */
    CAME_BACK_CHANGED(Grade.WRONG),
    /** How many drops of other insurers on the same server were looked at. */
    DROP_OWN(Grade.GOOD),
    /** The insurers whose drop is the same folders. */
    DROP_SHARED(Grade.WRONG),
    /** The insurers on the same server whose drop could not be entered. */
    DROP_NOT_COMPARED(Grade.NOTE),
    /** What was asked, and what the server says. */
    NOT_SUPPORTED(Grade.WRONG),
    /** What went wrong, in the words of the exception. */
    BROKE_OFF(Grade.WRONG),
    /** Nothing more: an earlier step failed. */
    NOT_TRIED(Grade.OPEN);

    public enum Grade {
        GOOD,
        /** Works, but somebody should know. */
        NOTE,
        WRONG,
        OPEN
    }

    private final Grade grade;

    DropCheckCode(Grade grade) {
        this.grade = grade;
    }

    public Grade grade() {
        return grade;
    }
}
