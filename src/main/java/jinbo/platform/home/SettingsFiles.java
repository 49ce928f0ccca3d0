package jinbo.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Refuses settings files with unknown names. Spring would ignore them and use the defaults. */
public record SettingsFiles(Home home) {

    /** @throws HomeException if a file has an unknown name */
    public void requireKnown() {
        for (Path folder : List.of(home.jobs(), home.settings())) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(SettingsFiles::isYaml).sorted().forEach(SettingsFiles::requireKnown);
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
            }
        }
    }

    private static void requireKnown(Path file) {
        String folder = file.getParent().getFileName().toString();
        String name = file.getFileName().toString();
        if (hasDefaults(folder, name)) {
            return;
        }
        String other = folder.equals("jobs") ? "settings" : "jobs";
        throw hasDefaults(other, name)
                ? new HomeException(HomeError.SETTINGS_IN_OTHER_FOLDER, file, other)
                : new HomeException(HomeError.SETTINGS_NOT_READ, file);
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** True for a known file: the program has a file with the defaults under the same name. */
    private static boolean hasDefaults(String folder, String name) {
        return SettingsFiles.class.getResource("/" + folder + "/" + name) != null;
    }
}
