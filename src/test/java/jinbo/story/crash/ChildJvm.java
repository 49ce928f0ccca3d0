package jinbo.story.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.springframework.util.FileSystemUtils;

/**
 * Starts JVMs that are soon killed: without the compiler that pays off later, and with an archive of the classes that
 * an earlier one has loaded. Measured for one start of the program: 2.6 s of processor time with the archive, 3.3 s
 * without it.
 *
 * <p>The JVM archives classes of jars only, so the class folders of the build are packed first.
 */
final class ChildJvm {

    private static final ChildJvm ONLY = prepare();

    private final Path archive;
    private final Path classList;
    private final String classPath;

    ChildJvm() throws IOException {
        // of its own: a build runs tests in several JVMs at a time, and a jar that another one rewrites loses its
        // entries
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "child-jvm-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
        this.archive = folder.resolve("classes.jsa");
        this.classList = folder.resolve("classes.txt");
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            entries.add(Files.isDirectory(path) ? pack(path, folder.resolve(entries.size() + ".jar")) : entry);
        }
        this.classPath = String.join(File.pathSeparator, entries);
    }

    /** The command up to the main class of a process that uses the archive, if there is one by now. */
    static List<String> command() {
        return ONLY.command("-XX:SharedArchiveFile=");
    }

    /** The same for a process that leaves a list of its classes for {@link #archiveClasses}. */
    static List<String> listingCommand() {
        return ONLY.command("-XX:DumpLoadedClassList=", ONLY.classList);
    }

    /**
     * Makes the archive from the list that a process has left, without the classes of lambdas: with them OpenJDK
     * 17.0.21 crashes in SystemDictionaryShared::adjust_lambda_proxy_class_dictionary.
     */
    static void archiveClasses() throws IOException, InterruptedException {
        List<String> classes = Files.readAllLines(ONLY.classList);
        Files.write(
                ONLY.classList,
                classes.stream()
                        .filter(line -> !line.startsWith("@lambda-proxy"))
                        .toList());
        List<String> dump = new ArrayList<>(ONLY.command("-XX:SharedClassListFile=", ONLY.classList));
        dump.addAll(1, List.of("-Xshare:dump", "-XX:SharedArchiveFile=" + ONLY.archive));
        dump.remove("-Xshare:auto");
        Path output = ONLY.archive.resolveSibling("dump.txt");
        int exit = new ProcessBuilder(dump)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exit != 0 || !Files.exists(ONLY.archive)) {
            throw new AssertionError("The JVM has not archived its classes: " + Files.readString(output));
        }
    }

    List<String> command(String use) {
        return command(use, archive);
    }

    private List<String> command(String use, Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Xshare:auto",
                "-Xlog:disable",
                "-XX:ErrorFile=" + archive.resolveSibling("crash-%p.log"),
                use + file,
                "-cp",
                classPath);
    }

    /** Where the archive of classes is left. */
    Path archive() {
        return archive;
    }

    private static ChildJvm prepare() {
        try {
            return new ChildJvm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            out.setLevel(0);
            for (Path found : all.filter(path -> !path.equals(classes)).toList()) {
                boolean folder = Files.isDirectory(found);
                String name = classes.relativize(found).toString().replace(File.separatorChar, '/');
                // the program looks its own classes up by folder
                out.putNextEntry(new ZipEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(found, out);
                }
            }
        }
        return jar.toString();
    }
}
