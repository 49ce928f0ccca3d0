package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.disk.OwnerOnly;
import jinbo.disk.OwnerOnlyFile;
import jinbo.exchange.FileKind;
import jinbo.exchange.InboundName;
import jinbo.partner.Checked.Genuine;
import jinbo.partner.TakeInCertificate.Taken;
import jinbo.samplekey.SampleKeys;

/**
 * Takes in all certificates of the inbox that were not taken in before, in the order of their names; one that is not genuine is
 * told each time until it is deleted.
 */
public final class TakeInCertificates {

    private final PartnerFolder folder;
    private final Partner partner;
    private final TakeInCertificate takeIn;

    public TakeInCertificates(PartnerFolder folder, Partner partner, SampleKeys samples) {
        this.folder = folder;
        this.partner = partner;
        this.takeIn = new TakeInCertificate(partner, new AssociationCertificates(folder), samples);
    }

    /**
     * Takes them in.
     *
     * @return what became of each file
     * @throws IOException of the files
     */
    public Map<Path, Checked<Taken>> all() throws IOException {
        Map<Path, Checked<Taken>> taken = new LinkedHashMap<>();
        for (Path file : files()) {
            Checked<Taken> checked =
                    takeIn.takeIn(file, Files.getLastModifiedTime(file).toInstant());
            if (checked instanceof Genuine<Taken>) {
                OwnerOnly.createFolder(seen(file).getParent());
                new OwnerOnlyFile(seen(file)).write("");
            }
            taken.put(file, checked);
        }
        return taken;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> inbox = Files.list(folder.inbox())) {
            return inbox.filter(file -> isCertificate(file) && !Files.exists(seen(file)))
                    .sorted()
                    .toList();
        }
    }

    private boolean isCertificate(Path file) {
        Optional<InboundName> name = InboundName.mentioned(file.getFileName().toString());
        return file.toString().endsWith(".pgp")
                && name.filter(each -> each.kind() == FileKind.CERTIFICATE
                                && each.insurer().equals(partner.code()))
                        .isPresent();
    }

    private Path seen(Path file) {
        return folder.associationCertificates().resolve("seen").resolve(file.getFileName());
    }
}
