package jinbo.platform.files;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A file that other users can access: the reason as part of a sentence, and a shell command as remedy. */
public record Exposure(Path path, String what, String remedy) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+:,-]+");

    static Exposure openToOthers(Path path, boolean isFolder) {
        return new Exposure(
                path, "other users can access it", "chmod " + (isFolder ? "700 " : "600 ") + shellQuoted(path));
    }

    static Exposure writableByOthers(Path path) {
        return new Exposure(path, "other users can write to it", "chmod go-w " + shellQuoted(path));
    }

    static Exposure ofAnotherUser(Path path) {
        return new Exposure(path, "it belongs to another user", "chown \"$(id -un)\" " + shellQuoted(path));
    }

    private static String shellQuoted(Path path) {
        String name = path.toString();
        return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
