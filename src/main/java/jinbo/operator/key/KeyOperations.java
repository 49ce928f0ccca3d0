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

/** What can be asked about insurers' certificates and the association's own keys. */
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

    /** An operation on a certificate of one insurer. */
    interface OfInsurer extends Operation {

        InsurerCode code();

        @Override
        default Optional<InsurerCode> about() {
            return Optional.of(code());
        }
    }

    /**
     * Accepts an insurer's certificate, after a look at everything that speaks for and against it.
     *
     * @param from since when it counts, whatever it says of itself
     */
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

    /**
     * Lets an insurer's certificate count no longer, from a time on or, where it is compromised, as if it never had.
     *
     * @param from since when; without, from now on
     */
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

    /** The certificates that insurers have sent and nobody has decided on. */
    @UseCase(name = "key waiting", duty = Duty.LOOK)
    record ListWaitingKeys() implements KeyOperations {}

    /**
     * Accepts a certificate that an insurer has sent. The fingerprint is typed as the insurer has read it out when it
     * was called back; what came through the exchange proves nothing of itself.
     *
     * @param copy which copy, where several wait
     * @param from since when it counts, whatever it says of itself
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

    /** @param copy which copy; without, all */
    @UseCase(name = "key refuse", duty = Duty.CHANGE_KEYS)
    record RefuseKey(
            @Typed(operand = true) InsurerCode code,
            @Typed(operand = true) Fingerprint fingerprint,

            @Typed(label = "NUMBER", description = "copy") Optional<Long> copy,

            @Typed(description = "why") Reason reason)
            implements KeyOperations, OfInsurer {}

    /** @param code of which insurer; of all where it is missing */
    @UseCase(name = "key list", duty = Duty.LOOK)
    record ListKeys(@Typed(operand = true) Optional<InsurerCode> code, boolean own) implements KeyOperations {

        public ListKeys {
            if (own && code.isPresent()) {
                throw new InvalidOperationException(UsageError.OWN_OR_CODE);
            }
        }
    }

    /**
     * Makes the association's next OpenPGP key, which is announced, opens at once, and signs once its turn has come.
     */
    @UseCase(name = "key renew", duty = Duty.CHANGE_KEYS)
    record RenewKey(
            Optional<Moment> from,
            Optional<Moment> until,
            @Typed(description = "why") Optional<String> reason) implements KeyOperations {

        public RenewKey {
            bounds(from, until);
        }
    }

    /**
     * Ends a key of the association, for good; its certificate says so to the insurers' programs.
     *
     * @param from since when it signs no more; without, from now on
     * @param reason why; insurers read it
     */
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

    /**
     * The association's certificate, which insurers encrypt to and check signatures with.
     *
     * @param next whether it is the next one, whose key does not sign yet
     */
    @UseCase(name = "key export", duty = Duty.LOOK)
    record ExportKey(@Typed(operand = true) Optional<Path> file, boolean next) implements KeyOperations {}

    @UseCase(name = "key policy", duty = Duty.LOOK)
    record ShowCryptoPolicy() implements KeyOperations {}

    /** By what insurers' servers know the association, and by what its own server is known. */
    @UseCase(name = "key ssh", duty = Duty.LOOK)
    record ShowSshIdentity() implements KeyOperations {}

    /**
     * Puts the association's secret keys under a passphrase, under another one, or under none. No passphrase is ever an
     * argument, which all users of the machine can see.
     *
     * @param newPassphraseFile where the new one is read
     * @param remove whether they have none any more
     */
    @UseCase(name = "key protect", duty = Duty.PROTECT_KEYS, inProcess = true)
    record ProtectOwnKeys(Optional<SecretFile> newPassphraseFile, boolean remove) implements KeyOperations {

        /** @throws InvalidOperationException if there is to be one and none */
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
