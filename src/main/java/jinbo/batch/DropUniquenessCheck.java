package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.sftp.SameServerDetector;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.RemoteDropAddress;
import jinbo.platform.home.HomeException;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.stereotype.Component;

/** Refuses a drop that two insurers would share: the uploads of one would be answered as unknown files of the other. */
@Component
public record DropUniquenessCheck(Insurers insurers, AssociationKeys keys, DropSettings settings) {

    /**
     * Refuses a drop that another insurer uses under another name of the host, and a drop on the embedded server.
     * {@link Insurers#add} refuses the same host name.
     *
     * @throws InsurerException if another insurer or the exchange uses the drop
     */
    public void require(InsurerCode code, DropLocation.Remote drop) {
        requireOwnHostKeys(code, drop.hostKeys());
        RemoteDropAddress place = drop.place();
        List<Insurer> candidates = insurers.all().stream()
                .filter(other -> !other.code().equals(code) && other.departure().isEmpty())
                .filter(other -> other.drop() instanceof DropLocation.Remote remote
                        && remote.place().isSamePath(place)
                        && !remote.place().host().equals(place.host()))
                .toList();
        Map<String, String> sameServers = new SameServerDetector(
                        settings.timeouts().connect())
                .findSameServers(
                        place.host(),
                        candidates.stream().map(DropUniquenessCheck::hostOf).toList());
        for (Insurer other : candidates) {
            String hostKey = sameServers.get(hostOf(other));
            if (hostKey != null) {
                throw new InsurerException(
                        InsurerError.DROP_SHARED_SERVER, code, other.code(), place.host(), hostOf(other), hostKey);
            }
        }
    }

    /** @throws InsurerException if one of the host keys belongs to the embedded server */
    public void requireOwnHostKeys(InsurerCode code, Collection<String> hostKeys) {
        Path file = keys.hostKeyFile();
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (hostKeys.contains(new SshPublicKey(new SshKeyFile(file).read().getPublic()).fingerprint())) {
                throw new InsurerException(InsurerError.DROP_SHARED_WITH_EXCHANGE, code);
            }
        } catch (IOException e) {
            throw new HomeException(BatchError.HOST_KEY_UNREADABLE, file).causedBy(e);
        }
    }

    private static String hostOf(Insurer insurer) {
        return ((DropLocation.Remote) insurer.drop()).place().host();
    }
}
