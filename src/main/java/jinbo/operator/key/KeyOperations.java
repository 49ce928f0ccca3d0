package jinbo.operator.key;

import java.nio.file.Path;
import java.util.Optional;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.UsageError;
import jinbo.participant.insurer.CertificateAcceptance;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.SecretFile;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** The operations on insurers' certificates and the association's own keys ({@code key ...}). */
public sealed interface KeyOperations extends Operation
        permits KeyOperations.AddKey,
                KeyOperations.RevokeKey,
                KeyOperations.ListWaitingKeys,
                KeyOperations.AcceptKey,
                KeyOperations.RefuseKey,
                KeyOperations.ListKeys,
                KeyOperations.RenewKey,
                KeyOperations.RetireKey,
                KeyOperations.ExportKey,
                KeyOperations.ShowCryptoPolicy,
                KeyOperations.ShowSshIdentity,
                KeyOperations.ProtectOwnKeys {

    interface OfInsurer extends Operation {

        InsurerCode code();

        @Override
        default Optional<InsurerCode> about() {
            return Optional.of(code());
        }
    }

    /** Accepts an insurer's certificate after checking it; bounds can limit the time of its signatures. */
    @UseCase(name = "key add", duty = Duty.CHANGE_KEYS)
    record AddKey(
            @Typed(operand = true) InsurerCode code,
            @Typed(operand = true) OperationFile file,
            @Typed(description = "accepted-from") Optional<Moment> from,
            @Typed(description = "accepted-until") Optional<Moment> until,
            @Typed(description = "why") Optional<String> reason)
            implements KeyOperations, OfInsurer {

        public AddKey {
            bounds(from, until);
        }

        CertificateAcceptance acceptance() {
            return bounds(from, until);
        }
    }

    /** Revokes an insurer's certificate from now on, from a given time on or, if it is compromised, for all times. */
    @UseCase(name = "key revoke", duty = Duty.CHANGE_KEYS)
    record RevokeKey(
            @Typed(operand = true) InsurerCode code,
            @Typed(operand = true) Fingerprint fingerprint,
            Optional<Moment> from,
            boolean compromised,
            @Typed(description = "why") Reason reason)
            implements KeyOperations, OfInsurer {

        public RevokeKey {
            requireFit(from, compromised);
        }
    }

    @UseCase(name = "key waiting", duty = Duty.LOOK)
    record ListWaitingKeys() implements KeyOperations {}

    /**
     * Accepts an uploaded certificate, or one of several copies. A person types the fingerprint as the insurer reads it
     * out by telephone, because the upload itself proves nothing.
     */
    @UseCase(name = "key accept", duty = Duty.CHANGE_KEYS)
    record AcceptKey(
            @Typed(operand = true) InsurerCode code,

            @Typed(operand = true, label = "FINGERPRINT", description = "read-out")
            Fingerprint readOut,

            @Typed(label = "NUMBER", description = "copy") Optional<Long> copy,

            @Typed(description = "accepted-from") Optional<Moment> from,
            @Typed(description = "accepted-until") Optional<Moment> until,
            @Typed(description = "why") Optional<String> reason)
            implements KeyOperations, OfInsurer {

        public AcceptKey {
            bounds(from, until);
        }

        CertificateAcceptance acceptance() {
            return bounds(from, until);
        }
    }

    @UseCase(name = "key refuse", duty = Duty.CHANGE_KEYS)
    record RefuseKey(
            @Typed(operand = true) InsurerCode code,
            @Typed(operand = true) Fingerprint fingerprint,

            @Typed(label = "NUMBER", description = "copy") Optional<Long> copy,

            @Typed(description = "why") Reason reason)
            implements KeyOperations, OfInsurer {}

    @UseCase(name = "key list", duty = Duty.LOOK)
    record ListKeys(@Typed(operand = true) Optional<InsurerCode> code, boolean own) implements KeyOperations {

        public ListKeys {
            if (own && code.isPresent()) {
                throw new InvalidOperationException(UsageError.OWN_OR_CODE);
            }
        }
    }

    /** Creates the association's next OpenPGP key. It is announced to insurers, decrypts at once, and signs later. */
    @UseCase(name = "key renew", duty = Duty.CHANGE_KEYS)
    record RenewKey(
            Optional<Moment> from,
            Optional<Moment> until,
            @Typed(description = "why") Optional<String> reason) implements KeyOperations {

        public RenewKey {
            bounds(from, until);
        }
    }

    /** Retires a key of the association for good; insurers' programs see the reason. */
    @UseCase(name = "key retire", duty = Duty.CHANGE_KEYS)
    record RetireKey(
            @Typed(operand = true) Fingerprint fingerprint,
            Optional<Moment> from,
            boolean compromised,
            @Typed(description = "why") Reason reason)
            implements KeyOperations {

        public RetireKey {
            requireFit(from, compromised);
        }
    }

    /** Exports the association's certificate for insurers, or its next certificate, whose key does not sign yet. */
    @UseCase(name = "key export", duty = Duty.LOOK)
    record ExportKey(@Typed(operand = true) Optional<Path> file, boolean next) implements KeyOperations {}

    @UseCase(name = "key policy", duty = Duty.LOOK)
    record ShowCryptoPolicy() implements KeyOperations {}

    @UseCase(name = "key ssh", duty = Duty.LOOK)
    record ShowSshIdentity() implements KeyOperations {}

    /** Sets, changes or removes the passphrase. It is never an argument, which all users of the machine can see. */
    @UseCase(name = "key protect", duty = Duty.PROTECT_KEYS, inProcess = true)
    record ProtectOwnKeys(Optional<SecretFile> newPassphraseFile, boolean remove) implements KeyOperations {

        public ProtectOwnKeys {
            if (remove && newPassphraseFile.isPresent()) {
                throw new InvalidOperationException(UsageError.PROTECT);
            }
        }
    }

    private static CertificateAcceptance bounds(Optional<Moment> from, Optional<Moment> until) {
        try {
            return CertificateAcceptance.between(from.map(Moment::begin), until.map(Moment::begin));
        } catch (IllegalArgumentException e) {
            throw new InvalidOperationException(UsageError.ACCEPTANCE_BOUNDS);
        }
    }

    private static void requireFit(Optional<Moment> from, boolean compromised) {
        if (compromised && from.isPresent()) {
            throw new InvalidOperationException(UsageError.COMPROMISED_FROM);
        }
    }
}
