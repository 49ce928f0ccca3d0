package jinbo.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The JVM of programs that tests start: without the compiler that pays off later, and with an archive of the classes that a
 * demo has loaded. Measured for {@code insurer list}: 2.5 s of processor time with the archive, 3.6 s without it.
 *
 * <p>All test JVMs of a build share one archive. A JVM archives classes of jars without a signature only, so the class folders
 * are packed first, and signed jars copied without theirs; and only if its class path begins with that of the archive does a
 * program get its classes from there, so the tests' own come last.
 */
public final class TestJvm {

    private static final String PROGRAM = "jinbo.operator.cli.Jinbo";

    /** Made when a test needs it. */
    private static final class Shared {
        private static final TestJvm JVM =
                new TestJvm(Path.of("target", "test-jvm").toAbsolutePath());
    }

    private final Path archive;
    private final List<String> classPath = new ArrayList<>();
    private final String tests;

    private TestJvm(Path all) {
        Path folder = all.resolve(System.getProperty(
                        "jinbo.testing.run",
                        Long.toString(ProcessHandle.current().pid()))
                .replaceAll("\\W", ""));
        this.archive = folder.resolve("classes.jsa");
        Path packedTests = folder.resolve("tests.jar");
        this.tests = packedTests.toString();
        List<Path> folders = new ArrayList<>();
        List<Path> signed = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (path.endsWith("test-classes")) {
                folders.add(path);
            } else if (Files.isDirectory(path)) {
                folders.add(path);
                classPath.add(folder.resolve("program.jar").toString());
            } else if (isSigned(path)) {
                signed.add(path);
                classPath.add(folder.resolve(path.getFileName()).toString());
            } else {
                classPath.add(entry);
            }
        }
        try {
            Files.createDirectories(all);
            try (FileChannel lock =
                    FileChannel.open(all.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!Files.exists(archive)) {
                    deleteOlder(all);
                    Files.createDirectories(folder);
                    for (Path classes : folders) {
                        pack(classes, classes.endsWith("test-classes") ? packedTests : folder.resolve("program.jar"));
                    }
                    for (Path jar : signed) {
                        copyWithoutSignature(jar, folder.resolve(jar.getFileName()));
                    }
                    archiveClasses(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process of a main class, which may be one of the tests. */
    public static ProcessBuilder process(String main, String... arguments) {
        TestJvm jvm = Shared.JVM;
        List<String> command =
                java("-XX:SharedArchiveFile=", jvm.archive, jvm.classPath() + File.pathSeparator + jvm.tests);
        command.add(main);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** The command up to the arguments of the program, without classes of tests and their settings of the log. */
    public static List<String> program() {
        List<String> command = java("-XX:SharedArchiveFile=", Shared.JVM.archive, Shared.JVM.classPath());
        command.add(PROGRAM);
        return command;
    }

    /** The options of {@link #program}, as {@code JDK_JAVA_OPTIONS} of a script with the same class path. */
    public static String programOptions() {
        return options("-XX:SharedArchiveFile=", Shared.JVM.archive).stream()
                .map(option -> '"' + option + '"')
                .collect(Collectors.joining(" "));
    }

    /** Of the JDK that runs the tests. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String classPath() {
        return String.join(File.pathSeparator, classPath);
    }

    private static List<String> java(String use, Path archive, String path) {
        List<String> java = new ArrayList<>(List.of(executable()));
        java.addAll(options(use, archive));
        java.addAll(List.of("-cp", path));
        return java;
    }

    private static List<String> options(String use, Path archive) {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                // as src/dist/jinbo starts a command
                "-Dspring.backgroundpreinitializer.ignore=true",
                "-Dsun.reflect.inflationThreshold=1000000",
                "-Xlog:disable",
                use + archive);
    }

    private void archiveClasses(Path folder) throws IOException {
        Path part = folder.resolve("part.jsa");
        List<String> command = java("-XX:ArchiveClassesAtExit=", part, classPath());
        command.addAll(List.of(PROGRAM, "--home", folder.resolve("home").toString()));
        command.addAll(List.of("demo", "--once"));
        new Shell(folder, Map.of("SPRING_DATASOURCE_URL", TestDatabase.freshUrl(), "SPRING_PROFILES_ACTIVE", "test"))
                .run(command)
                .succeeded();
        Files.move(part, archive);
    }

    private static boolean isSigned(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream().anyMatch(TestJvm::isSignature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSignature(ZipEntry entry) {
        return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static void copyWithoutSignature(Path signed, Path copy) throws IOException {
        try (ZipFile in = new ZipFile(signed.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            out.setLevel(0);
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (!isSignature(entry)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(out);
                }
            }
        }
    }

    private static void deleteOlder(Path all) throws IOException {
        try (Stream<Path> folders = Files.list(all).filter(Files::isDirectory)) {
            for (Path older : folders.toList()) {
                FileSystemUtils.deleteRecursively(older);
            }
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
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
    }
}
