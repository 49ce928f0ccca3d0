package jinbo.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.format.BlockListFileName;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;

/** What a visitor can try in a served demo, step by step, with the commands to type. */
record DemoGuide(Home home, String portal, String page, String reason) {

    /** A phone number in Beijing that is in none of the sample uploads. */
    static final String NUMBER = "13910086420";

    static final int WORKING_DAYS = 7;

    /** A step of the guide; the facts are arguments of the message {@code key}. */
    record Step(String key, List<String> facts, List<String> commands) {
        Step {
            facts = List.copyOf(facts);
            commands = List.copyOf(commands);
        }
    }

    List<Step> steps() {
        String jinbo = GpgCommands.quoted(new DemoCommand(home).path());
        Path folder = home.root().resolve("log-for-auditors");
        String log = GpgCommands.quoted(folder);
        String key = GpgCommands.quoted(home.root().resolve("log.vkey"));
        String verify = jinbo + " audit verify --key " + key + " --export " + log;
        return List.of(
                new Step("guide.register", List.of(portal, NUMBER, page), List.of()),
                new Step(
                        "guide.advance",
                        List.of(page),
                        List.of(jinbo + " demo advance --working-days " + WORKING_DAYS)),
                new Step("guide.open", List.of(), toOpen(SampleInsurer.YUNHE, NUMBER)),
                new Step(
                        "guide.ask",
                        List.of(),
                        List.of(jinbo + " lookup " + NUMBER + " --insurer YUNHE --reason \"" + reason + "\"")),
                new Step(
                        "guide.tamper",
                        List.of(),
                        List.of(
                                jinbo + " audit key > " + key,
                                jinbo + " audit export " + log,
                                verify,
                                "printf '\\001' | dd of=\"$(find " + GpgCommands.quoted(folder.resolve("tile/entries"))
                                        + " -type f | sort | head -n 1)\" bs=1 seek=40 conv=notrunc status=none",
                                verify)));
    }

    private List<String> toOpen(SampleInsurer insurer, String number) {
        Path download = home.drops().resolve(insurer.name()).resolve("download");
        return Stream.concat(
                        new GpgCommands(new DemoHome(home)).toImportKeys(insurer),
                        Stream.of("gpg --batch --quiet --trust-model always --decrypt "
                                + GpgCommands.quoted(download)
                                + "/blocklist-" + insurer + "-00000003-*.csv.pgp | grep -E 'mobile|" + number + "'"))
                .toList();
    }

    /** Makes the commands that open and verify a delivered list with GnuPG. */
    record GpgCommands(DemoHome demo) {

        List<String> toOpen(SampleInsurer insurer, BlockListFileName list) {
            Path download = demo.home().drops().resolve(insurer.name()).resolve("download");
            return Stream.concat(
                            toImportKeys(insurer),
                            Stream.of(
                                    "gpg --batch --quiet --trust-model always --decrypt "
                                            + quoted(download.resolve(list.fileName())),
                                    "gpg --batch --quiet --trust-model always --decrypt "
                                            + quoted(download.resolve(list.manifestName())),
                                    "gpg --batch --trust-model always --status-fd 1 --output /dev/null --yes --decrypt "
                                            + quoted(download.resolve(list.fileName()))
                                            + " 2>/dev/null | grep -E 'GOODSIG|VALIDSIG|NOTATION|DECRYPTION_OKAY'",
                                    "sha256sum " + quoted(download.resolve(list.fileName()))))
                    .toList();
        }

        Stream<String> toImportKeys(SampleInsurer insurer) {
            Path own = demo.partner(insurer);
            return Stream.of(
                    "export GNUPGHOME=$(mktemp -d)",
                    "gpg --batch --quiet --import " + quoted(own.resolve("secret.asc")) + " "
                            + quoted(own.resolve("association.asc")));
        }

        static String quoted(Object path) {
            String text = path.toString();
            return text.matches("[A-Za-z0-9_./+@=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
        }
    }

    /** Writes a script that runs the command {@code jinbo} for the demo, from the same jar or class path. */
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
}
