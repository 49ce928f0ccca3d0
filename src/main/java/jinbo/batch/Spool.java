package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import jinbo.platform.home.Home;
import org.springframework.stereotype.Component;

/** Where files on their way in and out lie in the home; all of them are sealed. */
@Component
public record Spool(Home home) {

    private static final String DRAFT = ".part";
    private static final String CERTIFICATES = "certificates";
    private static final String CASES = "cases";

    /** The folder of an inbound file: the upload and its answers. */
    public Path inbound(long id) {
        return privateFolder("inbound", Long.toString(id));
    }

    public Path upload(long id) {
        return inbound(id).resolve("upload.pgp");
    }

    /** The folder of an insurer's lists; they stay, because a resend is the same bytes. */
    public Path lists(InsurerCode insurer) {
        return privateFolder("lists", insurer.value());
    }

    /** The folder of the certificates of our own that an insurer is sent. */
    public Path certificates(InsurerCode insurer) {
        return privateFolder(CERTIFICATES, insurer.value());
    }

    /** The folder of the files by which an insurer is told of cases; they stay, because a resend is the same bytes. */
    public Path cases(InsurerCode insurer) {
        return privateFolder(CASES, insurer.value());
    }

    /** Where an upload lies, for those who only look: no folder is made. */
    public Path seekUpload(long id) {
        return home.spool().resolve("inbound").resolve(Long.toString(id)).resolve("upload.pgp");
    }

    /** Where a list or manifest of an insurer lies, for those who only look: no folder is made. */
    public Path seekList(InsurerCode insurer, String name) {
        return home.spool().resolve("lists").resolve(insurer.value()).resolve(name);
    }

    /** A file by its path below the spool. */
    public Path resolve(String spooledAs) {
        return home.spool().resolve(spooledAs);
    }

    /** A file's path below the spool. */
    public String relative(Path file) {
        return home.spool().relativize(file).toString();
    }

    /** Removes an inbound file's folder, once nothing in it is needed any more. */
    public void clear(long id) throws IOException {
        Path folder = inbound(id);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Throws away the lists, certificates and files of cases that somebody began to write; only for whoever works for the insurer alone. */
    void discardDrafts(InsurerCode insurer) throws IOException {
        discardDrafts(lists(insurer));
        for (String kind : List.of(CERTIFICATES, CASES)) {
            Path folder = home.spool().resolve(kind).resolve(insurer.value());
            if (Files.isDirectory(folder)) {
                discardDrafts(folder);
            }
        }
    }

    private static void discardDrafts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path draft :
                    files.filter(file -> file.toString().endsWith(DRAFT)).toList()) {
                Files.deleteIfExists(draft);
            }
        }
    }

    /**
     * Where a file is written until it is whole, under a name that no other process takes: one that was taken for dead may
     * still be writing its own.
     */
    static TemporaryFile draftOf(Path target, long epoch) {
        return new TemporaryFile(target.resolveSibling(target.getFileName() + "." + epoch + DRAFT));
    }

    private Path privateFolder(String kind, String name) {
        Path folder = home.spool().resolve(kind).resolve(name);
        try {
            OwnerOnlyPermissions.createFolder(folder);
        } catch (IOException e) {
            throw new SpoolException("make the folder of", name, e);
        }
        return folder;
    }
}
