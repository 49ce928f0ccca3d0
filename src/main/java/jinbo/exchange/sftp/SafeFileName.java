package jinbo.exchange.sftp;

import java.nio.charset.StandardCharsets;

/** Checks that a file name cannot lead to another folder, and that every file system accepts it. */
public final class SafeFileName {

    private static final int MAX_BYTES = 255;
    private static final int SUFFIX_BYTES = 10;
    private static final int UNREADABLE = 0xFFFD;

    private SafeFileName() {}

    /** Also false for names that the server did not send as UTF-8, because a request could not repeat them. */
    public static boolean isSafe(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == UNREADABLE || Character.isISOControl(c))
                && bytes(name) <= MAX_BYTES;
    }

    /** Requires a safe name that is short enough for a suffix such as {@code .part}. */
    static String requireSafeForNewFile(String name) {
        if (!isSafe(name) || bytes(name) > MAX_BYTES - SUFFIX_BYTES) {
            throw new IllegalArgumentException("A name in a drop has 1 to " + (MAX_BYTES - SUFFIX_BYTES)
                    + " bytes and no slash, backslash or control character: " + SanitizedText.of(name));
        }
        return name;
    }

    /** Cuts the name so that a suffix fits. */
    static String shortened(String name) {
        String shorter = name;
        while (bytes(shorter) > MAX_BYTES - SUFFIX_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    static String requireSafe(String name) {
        if (!isSafe(name)) {
            throw new IllegalArgumentException("A name in a drop has 1 to " + MAX_BYTES
                    + " bytes and no slash, backslash or control character: " + SanitizedText.of(name));
        }
        return name;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
