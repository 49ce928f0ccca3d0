package jinbo.platform.files;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Why somebody else than the user of this process can get at a file or folder.
 *
 * @param what is wrong with it, as a half sentence
 * @param remedy a command that sets it right, as it is typed
 */
public record Exposure(Path path, String what, String remedy) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+:,-]+");

    static Exposure openToOthers(Path path, boolean isFolder) {
        return new Exposure(path, "other users can access it", "chmod " + (isFolder ? "700 " : "600 ") + typed(path));
    }

    static Exposure writableByOthers(Path path) {
        return new Exposure(path, "other users can write to it", "chmod go-w " + typed(path));
    }

    static Exposure ofAnotherUser(Path path) {
        return new Exposure(path, "it belongs to another user", "chown \"$(id -un)\" " + typed(path));
    }

    /** As a shell takes it. */
    private static String typed(Path path) {
        String name = path.toString();
        return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
