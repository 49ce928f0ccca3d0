package jinbo.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.exchange.openpgp.Certificate;
import jinbo.testing.Shell;

/**
 * An insurer that has one program for everything, in a folder and with a home of its own, and types what the page tells;
 * nothing is put in its place but its code, the association's fingerprint, and the file that it is about.
 */
final class PartnerEnvironment implements AutoCloseable {

    private final PartnerProgram program;
    private final String insurer;
    private final Path folder;
    private final String association;
    private final Shell shell;

    PartnerEnvironment(PartnerProgram program, String insurer, Path parent, Certificate association) {
        this.program = program;
        this.insurer = insurer;
        this.folder = parent.resolve(insurer);
        this.association = association.fingerprint().value().toUpperCase(Locale.ROOT);
        Path home = folder.resolve("home");
        this.shell = new Shell(
                folder,
                Map.of(
                        "HOME", home.toString(),
                        "GNUPGHOME", home.resolve(".gnupg").toString(),
                        "SEQUOIA_HOME", home.resolve("sequoia").toString(),
                        "LC_ALL", "C.UTF-8"));
        try {
            for (String keys : List.of(".gnupg", ".rnp")) {
                Files.createDirectories(
                        home.resolve(keys),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.writeString(folder.resolve("association.asc"), association.armored());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program.prepare(folder);
    }

    PartnerProgram program() {
        return program;
    }

    String insurer() {
        return insurer;
    }

    /** Makes its key as the page tells, and takes the association's certificate. */
    PartnerEnvironment setUp() {
        generateKey(program.commands("make a key"));
        type(program.commands("trust the association")).succeeded();
        return this;
    }

    /** Makes a key by other commands, which leave {@code certificate.asc} as those of the page do. */
    void generateKey(String commands) {
        type(commands).succeeded();
    }

    /** Takes another's certificate as it takes the association's, which remains the one that it asks for. */
    void trusts(Certificate other) {
        byte[] associations = read("association.asc");
        write("association.asc", other.armored().getBytes(StandardCharsets.US_ASCII));
        type("association=" + other.fingerprint().value().toUpperCase(Locale.ROOT) + "\n"
                        + program.commands("trust the association"))
                .succeeded();
        write("association.asc", associations);
    }

    /** What else it types, and what that answers. */
    String types(String commands) {
        return type(commands).succeeded().out();
    }

    /** What it tries with the association's certificate. */
    Shell.Answer trustAssociation() {
        return type(program.commands("trust the association"));
    }

    Certificate certificate() {
        return Certificate.parse(read("certificate.asc"));
    }

    /**
     * Seals an upload.
     *
     * @param name of the file in clear
     * @param habit shell functions in the place of the program that give it more options
     */
    byte[] seals(String name, byte[] content, String habit) {
        write(name, content);
        type("upload=" + name + "\n" + habit + "\n" + program.commands("seal")).succeeded();
        return read(name + ".pgp");
    }

    /** Opens and checks what was delivered under a name; empty if any of its commands fails. */
    Optional<byte[]> opens(String name, byte[] sealed) {
        return opens(name, sealed, program.commands("open"));
    }

    /** Types the first of these commands only and has a look at its exit code, as people do. */
    Optional<byte[]> openWithoutVerifying(String name, byte[] sealed) {
        return opens(name, sealed, program.commands("open").lines().limit(2).collect(Collectors.joining("\n")));
    }

    private Optional<byte[]> opens(String name, byte[] sealed, String commands) {
        write(name, sealed);
        Shell.Answer answer = type("rm -rf list.csv signed packets status verified\nlist=" + name + "\n" + commands);
        return answer.exit() == 0 ? Optional.of(read("list.csv")) : Optional.empty();
    }

    private Shell.Answer type(String commands) {
        String beginning = PartnerProgram.beginning()
                .replaceFirst("(?m)^insurer=\\S+", "insurer=" + insurer)
                .replaceFirst("(?m)^association=\\S+", "association=" + association);
        return shell.run("bash", "-e", "-u", "-o", "pipefail", "-c", beginning + commands);
    }

    private byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.cleanUpCommands().ifPresent(command -> shell.run(command).succeeded());
    }
}
