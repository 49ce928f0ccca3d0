package jinbo.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;

/** A script in the demo's home that runs the command {@code jinbo} for it, from the same jar or class path as the demo. */
record DemoCommand(Home home) {

    private static final String MAIN = "jinbo.operator.cli.Jinbo";

    Path path() {
        return home.root().resolve("jinbo");
    }

    void write(Locale locale) throws IOException {
        String script = """
                #!/bin/sh
                # Jinbo's commands in this demo, typed by the operator %1$s unless JINBO_PERSON names another person of people/.
                export JINBO_HOME=%2$s JINBO_PERSON="${JINBO_PERSON:-%1$s}"
                export JINBO_PERSON_KEY="${JINBO_PERSON_KEY:-$JINBO_HOME/people/$JINBO_PERSON}"
                exec %3$s "$@"
                """;
        new OwnerOnlyFile(path())
                .write(script.formatted(DemoPeople.OPERATOR, GpgCommands.quoted(home.root()), program(locale)));
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rwx------"));
    }

    private static String program(Locale locale) {
        String java = GpgCommands.quoted(Path.of(System.getProperty("java.home"), "bin", "java"));
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
        boolean isOneJar = !classPath.contains(File.pathSeparator) && classPath.endsWith(".jar");
        String language = locale.equals(Locale.CHINESE) ? " -Duser.language=zh" : "";
        return java + language + " -XX:TieredStopAtLevel=1 " + (isOneJar ? "-jar " : "-cp ")
                + GpgCommands.quoted(classPath) + (isOneJar ? "" : " " + MAIN);
    }
}
