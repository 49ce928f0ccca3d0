package jinbo.batch;

import java.util.EnumSet;
import java.util.Set;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.OperationGuard;
import jinbo.participant.staff.Duty;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.stereotype.Component;

/**
 * Refuses most duties while an insurer uses published sample keys, with which anyone could send uploads in its name.
 */
@Component
public record RefuseSampleInsurers(Insurers insurers, InsurerCertificates certificates, SampleKeys samples)
        implements OperationGuard {

    /** Duties that are allowed with sample keys: reading, and removing those keys. */
    private static final Set<Duty> WITH_SAMPLE_KEYS = EnumSet.of(
            Duty.LOOK,
            Duty.SEARCH_LOG,
            Duty.REFUSE_REQUESTS,
            Duty.CONFIRM,
            Duty.KEEP_OWN_PASSWORD,
            Duty.CHANGE_KEYS,
            Duty.STOP_EXCHANGE,
            Duty.END_PARTICIPATION,
            Duty.ADMIT_PEOPLE);

    /** @throws KeysException that names the first sample key, its insurer and the command that removes it */
    @Override
    public void require(Duty duty) {
        if (WITH_SAMPLE_KEYS.contains(duty)) {
            return;
        }
        for (Insurer insurer : insurers.all()) {
            if (insurer.departure().isEmpty()) {
                certificates.of(insurer.code()).forEach(this::refuse);
                refuse(insurer);
            }
        }
    }

    private void refuse(InsurerCertificate certificate) {
        if (!certificate.acceptance().isCompromised()) {
            samples.refuse(
                    Certificate.parse(certificate.encoded()).allKeys().stream()
                            .map(Fingerprint::value)
                            .toList(),
                    KeysError.REVOKE_CERTIFICATE,
                    certificate.insurer(),
                    certificate.fingerprint());
        }
    }

    private void refuse(Insurer insurer) {
        if (insurer.drop() instanceof DropLocation.Remote remote) {
            samples.refuse(remote.hostKeys(), KeysError.PIN_OTHER_HOST_KEY, insurer.code());
        }
        if (insurer.drop() instanceof DropLocation.Embedded embedded) {
            samples.refuse(
                    embedded.authorizedKeys().stream()
                            .map(line -> SshPublicKey.parse(line).fingerprint())
                            .toList(),
                    KeysError.LET_INSURER_LEAVE,
                    insurer.code());
        }
    }
}
