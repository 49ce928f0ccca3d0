package jinbo.envelope;

/** What a key must be allowed to do, and the flags that allow it (RFC 9580, section 5.2.3.29). */
enum KeyUse {
    SIGN(0x02, "sign"),
    ENCRYPT(0x04 | 0x08, "be encrypted to");

    private final int flags;
    private final String verb;

    KeyUse(int flags, String verb) {
        this.flags = flags;
        this.verb = verb;
    }

    boolean allowedBy(int keyFlags) {
        return (keyFlags & flags) != 0;
    }

    String verb() {
        return verb;
    }
}
