package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jinbo.testing.ExternalProgram;
import jinbo.testing.NightlyRun;
import jinbo.testing.OpenSshServer;
import jinbo.testing.Shell;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator installs the package of {@code -Pdist}, works as the service's account, upgrades and removes it. On a Debian
 * machine where this is root and nobody has installed Jinbo; what it installs it purges.
 */
class InstalledPackageIT {

    private static final Path ARCHIVE = Path.of("/usr/lib/jinbo/classes.jsa");
    private static final Path SETTINGS = Path.of("/etc/jinbo/jinbo.env");
    private static final Path PASSPHRASE = Path.of("/etc/jinbo/keys-passphrase");
    private static final Path HOME = Path.of("/var/lib/jinbo");
    private static final Path RUN = Path.of("/run/jinbo");

    @TempDir
    private Path folder;

    private Path deb;
    private Shell shell;
    private boolean installed;

    @BeforeEach
    void thisMachineIsFit() throws IOException {
        assumeTrue(NightlyRun.isOn(), "belongs to the nightly run");
        NightlyRun.assumePartOf(9);
        assumeTrue(OpenSshServer.isRoot(), "only root can install a package");
        ExternalProgram.required("apt-get");
        ExternalProgram.required("dpkg-deb");
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            List<Path> debs = built.filter(file -> file.getFileName().toString().matches("jinbo_.*_all\\.deb"))
                    .toList();
            assumeTrue(!debs.isEmpty(), "no package is built: mvn -Pnightly,dist verify");
            deb = debs.get(0).toAbsolutePath();
        }
        assumeTrue(
                Stream.of(Path.of("/usr/bin/jinbo"), SETTINGS.getParent(), HOME).noneMatch(Files::exists),
                "Jinbo is installed here, and this test would purge it");
        // the packages' scripts keep services from starting there
        shell = new Shell(folder, Map.of("DEBIAN_FRONTEND", "noninteractive", "RUNLEVEL", "1", "LC_ALL", "C.UTF-8"));
        // for the account, which runs what lies in it
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        installed = true;
    }

    @AfterEach
    void purge() {
        if (installed) {
            shell.run("dpkg", "--purge", "jinbo");
            shell.run("rm", "-rf", RUN.toString());
        }
    }

    @Test
    void isInstalledWorksIsUpgradedAndRemoved() {
        Steps steps = new Steps();
        steps.take("apt installs it", () -> install(deb));
        steps.take("the account, the settings and the home are closed to others", this::isClosed);
        steps.take("commands, their manual and their completion are there", this::isDocumented);
        steps.take("zsh, where it is installed, completes commands", this::isCompletedByZsh);
        steps.take(
                "systemd accepts the unit",
                () -> shell.run(ExternalProgram.required("systemd-analyze").toString(), "verify", "jinbo.service")
                        .succeeded());
        steps.take("classes are archived, and commands load them from there", this::usesArchive);
        steps.take("the passphrase is where the service has it", this::providePassphrase);
        steps.take("the account plays a whole cycle", () -> asAccount("--home", HOME + "/demo", "demo", "--once"));
        steps.take("the service's home gets an insurer, and a job runs", this::work);
        steps.take("others get to nothing", () -> {
            Shell.Answer refused =
                    shell.run("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "jinbo", "status");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains(HOME.toString(), "JINBO_API_SOCKET");
        });
        steps.take("serve runs as the account, and commands go to it over its socket", this::serve);
        steps.take("the next version is installed over it", () -> {
            Files.writeString(SETTINGS, Files.readString(SETTINGS) + "JINBO_LANG_OF_THE_TEST=kept\n");
            install(withHigherVersion());
        });
        steps.take("settings, passphrase and home are what they were", () -> {
            assertThat(SETTINGS).content().endsWith("JINBO_LANG_OF_THE_TEST=kept\n");
            isClosed();
            usesArchive();
            assertThat(asAccount("status")).contains("YUNHE");
            assertThat(asAccount("registry", "verify")).contains("The registry is consistent.");
        });
        steps.take("it is removed, and the data stays", () -> {
            shell.run("apt-get", "remove", "-y", "jinbo").succeeded();
            assertThat(Path.of("/usr/bin/jinbo")).doesNotExist();
            assertThat(ARCHIVE.getParent()).doesNotExist();
            assertThat(SETTINGS).exists();
            assertThat(HOME.resolve("db")).isDirectory();
        });
        steps.take("it is purged, and nothing stays", () -> {
            shell.run("dpkg", "--purge", "jinbo").succeeded();
            assertThat(HOME).doesNotExist();
            assertThat(SETTINGS.getParent()).doesNotExist();
            assertThat(shell.run("id", "jinbo").exit()).isNotZero();
        });
    }

    private void install(Path file) throws IOException {
        // apt reads it as an account of its own
        Path readable = folder.resolve("jinbo.deb");
        Files.copy(file, readable, StandardCopyOption.REPLACE_EXISTING);
        shell.run("apt-get", "install", "-y", "--no-install-recommends", "./jinbo.deb")
                .succeeded();
    }

    private void isClosed() {
        assertThat(stat(HOME)).isEqualTo("700 jinbo:jinbo");
        assertThat(stat(SETTINGS)).isEqualTo("640 root:jinbo");
        assertThat(stat(PASSPHRASE)).isEqualTo("600 root:root");
        assertThat(PASSPHRASE).content().hasLineCount(1).hasSizeGreaterThan(30);
    }

    private void isDocumented() {
        assertThat(shell.run("jinbo", "--version").succeeded().out()).startsWith("jinbo ");
        assertThat(Path.of("/usr/share/man/man1/jinbo-status.1")).exists();
        assertThat(Path.of("/usr/share/man/zh_CN/man1/jinbo-status.1")).exists();
        assertThat(shell.run(
                                "bash",
                                "-c",
                                ". /usr/share/bash-completion/completions/jinbo; COMP_WORDS=(jinbo held re);"
                                        + " COMP_CWORD=2; _complete_jinbo; echo \"${COMPREPLY[@]}\"")
                        .succeeded()
                        .out())
                .contains("release", "refuse");
    }

    /** At a terminal, as a person presses Tab: zsh has no other way to ask for completions. */
    private void isCompletedByZsh() {
        if (Files.isExecutable(Path.of("/usr/bin/zsh"))) {
            assertThat(shell.run("timeout", "60", "zsh", "-f", "-c", """
                zmodload zsh/zpty
                zpty person zsh -f -i
                zpty -w person "autoload -Uz compinit; compinit -u -D; bindkey '^I' list-choices; print re''ady"
                zpty -r person shown '*ready*'
                zpty -w -n person $'jinbo held re\\t'
                zpty -r person shown '*release*'
                print -r -- "$shown"
                """)
                            .succeeded()
                            .out())
                    .contains("refuse", "release");
        }
    }

    private void usesArchive() {
        assertThat(ARCHIVE).exists();
        assertThat(shell.run(
                                "java",
                                "-Xshare:on",
                                "-XX:SharedArchiveFile=" + ARCHIVE,
                                "-Xlog:class+load",
                                "-jar",
                                "/usr/lib/jinbo/jinbo.jar",
                                "--version")
                        .succeeded()
                        .out())
                .contains("jinbo.operator.cli.Jinbo source: shared objects file");
    }

    private void providePassphrase() {
        shell.run("install", "-d", "-m", "700", "-o", "jinbo", "-g", "jinbo", RUN.toString())
                .succeeded();
        shell.run("install", "-m", "600", "-o", "jinbo", "-g", "jinbo", PASSPHRASE.toString(), RUN + "/keys-passphrase")
                .succeeded();
    }

    private void work() {
        asAccount("insurer", "add", "YUNHE", "--name", "云河人寿", "--line", "LIFE");
        asAccount("insurer", "agree", "YUNHE", "--self-discipline", "2026-01-01", "--confidentiality", "2026-01-01");
        asAccount("run", "remind-consumers");
        // root becomes the account
        assertThat(shell.run("jinbo", "--lang", "en", "status").succeeded().out())
                .contains("YUNHE");
        assertThat(stat(HOME.resolve("log/jinbo.log"))).isEqualTo("600 jinbo:jinbo");
    }

    /** A command that cannot reach the database itself can have its answer from serve alone. */
    private void serve() throws Exception {
        List<String> noDatabase = List.of("env", "SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:1/none");
        List<String> noPorts =
                List.of("env", "JINBO_CONSOLE_PORT=-1", "JINBO_MONITORING_PORT=-1", "JINBO_PORTAL_PORT=-1");
        Process serve = new ProcessBuilder(account(noPorts, "serve"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(serve.inputReader(StandardCharsets.UTF_8)
                            .lines()
                            .anyMatch(line -> line.contains("runs the jobs on schedule")))
                    .isTrue();
            assertThat(stat(HOME.resolve("api.sock"))).endsWith("jinbo:jinbo");
            assertThat(shell.run(account(noDatabase, "status")).succeeded().out())
                    .contains("YUNHE");
        } finally {
            serve.destroy();
            serve.waitFor();
        }
        assertThat(shell.run(account(noDatabase, "status")).exit()).isEqualTo(1);
    }

    private static List<String> account(List<String> before, String... words) {
        return Stream.of(
                        Stream.of("setpriv", "--reuid=jinbo", "--regid=jinbo", "--init-groups"),
                        before.stream(),
                        Stream.of("jinbo", "--lang", "en"),
                        Stream.of(words))
                .flatMap(part -> part)
                .toList();
    }

    private String asAccount(String... words) {
        return shell.run(account(List.of(), words)).succeeded().out();
    }

    private Path withHigherVersion() {
        shell.run("dpkg-deb", "--raw-extract", deb.toString(), "next").succeeded();
        shell.run("sed", "-i", "s/^Version: .*/&+1/", "next/DEBIAN/control").succeeded();
        shell.run("dpkg-deb", "--build", "--root-owner-group", "-Znone", "next", "next.deb")
                .succeeded();
        return folder.resolve("next.deb");
    }

    private String stat(Path file) {
        return shell.run("stat", "--format=%a %U:%G", file.toString())
                .succeeded()
                .out()
                .strip();
    }
}
