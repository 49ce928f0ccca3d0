package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import jinbo.platform.home.Home;
import org.springframework.stereotype.Component;

/** The folder in the home directory with sealed files that were received or will be delivered. */
@Component
public record Spool(Home home) {

    private static final String DRAFT = ".part";

    /** The folder of an upload and of the receipt and outcome that answer it. */
    public Path inbound(long id) {
        return privateFolder("inbound", Long.toString(id));
    }

    public Path upload(long id) {
        return inbound(id).resolve("upload.pgp");
    }

    /** The folder of an insurer's lists, which are kept, so that a list is sent again with the same bytes. */
    public Path lists(InsurerCode insurer) {
        return privateFolder("lists", insurer.value());
    }

    /** The folder of the association's certificates for an insurer. */
    public Path certificates(InsurerCode insurer) {
        return privateFolder("certificates", insurer.value());
    }

    /** The folder of an insurer's case files, which are kept, so that a file is sent again with the same bytes. */
    public Path cases(InsurerCode insurer) {
        return privateFolder("cases", insurer.value());
    }

    /** Like {@link #upload}, without creating the folder. */
    public Path uploadPath(long id) {
        return home.spool().resolve("inbound").resolve(Long.toString(id)).resolve("upload.pgp");
    }

    /** The path of a list or manifest, without creating the folder. */
    public Path listPath(InsurerCode insurer, String name) {
        return home.spool().resolve("lists").resolve(insurer.value()).resolve(name);
    }

    /** Resolves a path relative to the spool. */
    public Path resolve(String spooledAs) {
        return home.spool().resolve(spooledAs);
    }

    public String relative(Path file) {
        return home.spool().relativize(file).toString();
    }

    /** Removes an inbound file's folder with its files. */
    public void clear(long id) throws IOException {
        FolderWalk.delete(inbound(id));
    }

    /** Removes unfinished lists, certificates and case files; only under the insurer's lease. */
    void discardDrafts(InsurerCode insurer) throws IOException {
        for (String kind : List.of("lists", "certificates", "cases")) {
            discardDrafts(home.spool().resolve(kind).resolve(insurer.value()));
        }
    }

    /** Removes unfinished files in an insurer's folder; only under its lease. */
    public static void discardDrafts(Path folder) throws IOException {
        for (Path file : FolderWalk.listIfPresent(folder)) {
            if (file.toString().endsWith(DRAFT)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A target's temporary file. Its name has the epoch: a process taken for dead may still write its own. */
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
