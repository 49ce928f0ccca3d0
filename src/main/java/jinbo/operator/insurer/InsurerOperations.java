package jinbo.operator.insurer;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.operator.UsageError;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationError;
import jinbo.participant.operation.OperationException;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.PhoneDigits;

/** Operations on insurers and sales units, in the order of the help. */
public sealed interface InsurerOperations extends Operation
        permits InsurerOperations.AddInsurer,
                InsurerOperations.ShowInsurer,
                InsurerOperations.ListInsurers,
                InsurerOperations.DescribeInsurer,
                InsurerOperations.AddInsurerSshKey,
                InsurerOperations.AddLineToInsurer,
                InsurerOperations.EndLineOfInsurer,
                InsurerOperations.RecordAgreements,
                InsurerOperations.PinHostKey,
                InsurerOperations.UnpinHostKey,
                InsurerOperations.SuspendInsurer,
                InsurerOperations.ResumeInsurer,
                InsurerOperations.LapseAgreements,
                InsurerOperations.LeaveExchange,
                InsurerOperations.SucceedInsurer,
                InsurerOperations.AddUnit,
                InsurerOperations.RecordUnitAgreement,
                InsurerOperations.CloseUnit,
                InsurerOperations.ListUnits {

    /** Adds an insurer. Its drop is on its own server if a URL is given, or else an account on the embedded server. */
    @UseCase(name = "insurer add", duty = Duty.ADMIT_INSURERS)
    record AddInsurer(
            @Typed(operand = true) InsurerCode insurer,
            @Typed(label = "NAME") String name,
            @Typed(required = true, description = "lines") List<LineCode> line,
            @Typed(label = "DIGITS") Optional<ServiceNumber> serviceNumber,
            @Typed(label = "URL") Optional<URI> sftp,
            @Typed(label = "SHA256:...") List<String> hostKey,
            @Typed(label = "PUBLICKEYFILE") List<OperationFile> sshKey,
            @Typed(description = "why") Optional<String> reason)
            implements InsurerOperations, AboutInsurer {

        public AddInsurer {
            name = name.strip();
            if (name.isEmpty()) {
                throw new InvalidOperationException(UsageError.INSURER_NAME);
            }
            if (line.isEmpty()) {
                throw new InvalidOperationException(UsageError.LINE_MISSING);
            }
            if (sftp.isPresent() == hostKey.isEmpty()) {
                throw new InvalidOperationException(
                        sftp.isPresent() ? UsageError.HOST_KEY_MISSING : UsageError.HOST_KEY_ALONE);
            }
            if (sftp.isPresent() && !sshKey.isEmpty()) {
                throw new InvalidOperationException(UsageError.SSH_KEY_REMOTE);
            }
            try {
                sftp.ifPresent(url -> DropAddress.parse(url, new HostKeyPins(Set.copyOf(hostKey))));
            } catch (IllegalArgumentException e) {
                throw new InvalidOperationException(UsageError.SFTP, e.getMessage());
            }
        }
    }

    @UseCase(name = "insurer show", duty = Duty.LOOK)
    record ShowInsurer(@Typed(operand = true) InsurerCode insurer) implements InsurerOperations {}

    @UseCase(name = "insurer list", duty = Duty.LOOK)
    record ListInsurers() implements InsurerOperations {}

    @UseCase(name = "insurer describe", duty = Duty.KEEP_UNITS)
    record DescribeInsurer(
            @Typed(operand = true) InsurerCode insurer,
            @Typed(label = "DIGITS") ServiceNumber serviceNumber) implements InsurerOperations, AboutInsurer {}

    @UseCase(name = "insurer add-ssh-key", duty = Duty.ADMIT_INSURERS)
    record AddInsurerSshKey(
            @Typed(operand = true) InsurerCode insurer,
            @Typed(label = "PUBLICKEYFILE", required = true) List<OperationFile> sshKey,
            @Typed(description = "why") Optional<String> reason)
            implements InsurerOperations, AboutInsurer {

        public AddInsurerSshKey {
            if (sshKey.isEmpty()) {
                throw new OperationException(OperationError.VALUE_UNUSABLE, "ssh-key");
            }
        }
    }

    /** Adds a line of business from a day on, by default tomorrow. */
    @UseCase(name = "insurer add-line", duty = Duty.ADMIT_INSURERS)
    record AddLineToInsurer(
            @Typed(operand = true) InsurerCode insurer,
            @Typed(description = "LINE") LineCode line,
            Optional<LocalDate> from,
            @Typed(description = "why") Optional<String> reason)
            implements InsurerOperations, AboutInsurer {}

    /** @param on the first day on which the insurer no longer sells the line */
    @UseCase(name = "insurer end-line", duty = Duty.END_PARTICIPATION)
    record EndLineOfInsurer(
            @Typed(operand = true) InsurerCode insurer,
            @Typed(description = "LINE") LineCode line,
            LocalDate on,
            @Typed(description = "why-ended") Reason reason)
            implements InsurerOperations, AboutInsurer {}

    @UseCase(name = "insurer agree", duty = Duty.RECORD_AGREEMENTS)
    record RecordAgreements(
            @Typed(operand = true) InsurerCode insurer,
            LocalDate selfDiscipline,
            LocalDate confidentiality,
            @Typed(description = "why") Optional<String> reason)
            implements InsurerOperations, AboutInsurer {}

    /** Pins a host key of an insurer's own server, in addition to the other pins or instead of them. */
    @UseCase(name = "insurer pin", duty = Duty.CHANGE_KEYS)
    record PinHostKey(
            @Typed(operand = true) InsurerCode insurer,

            @Typed(operand = true, label = "SHA256:...", description = "pinned")
            String hostKey,

            boolean only,
            @Typed(description = "why") Optional<String> reason)
            implements InsurerOperations, AboutInsurer {

        public PinHostKey {
            requireFingerprint(hostKey);
        }
    }

    @UseCase(name = "insurer unpin", duty = Duty.CHANGE_KEYS)
    record UnpinHostKey(
            @Typed(operand = true) InsurerCode insurer,

            @Typed(operand = true, label = "SHA256:...", description = "pinned")
            String hostKey,

            @Typed(description = "why") Optional<String> reason)
            implements InsurerOperations, AboutInsurer {

        public UnpinHostKey {
            requireFingerprint(hostKey);
        }
    }

    @UseCase(name = "insurer suspend", duty = Duty.STOP_EXCHANGE)
    record SuspendInsurer(@Typed(operand = true) InsurerCode insurer) implements InsurerOperations, AboutInsurer {}

    @UseCase(name = "insurer resume", duty = Duty.STOP_EXCHANGE)
    record ResumeInsurer(@Typed(operand = true) InsurerCode insurer) implements InsurerOperations, AboutInsurer {}

    /** @param on the first day without agreements */
    @UseCase(name = "insurer lapse", duty = Duty.RECORD_AGREEMENTS)
    record LapseAgreements(
            @Typed(operand = true) InsurerCode insurer,
            LocalDate on,
            @Typed(description = "why-ended") Reason reason) implements InsurerOperations, AboutInsurer {}

    @UseCase(name = "insurer leave", duty = Duty.END_PARTICIPATION)
    record LeaveExchange(
            @Typed(operand = true) InsurerCode insurer,
            LocalDate on,
            @Typed(description = "why-ended") Reason reason) implements InsurerOperations, AboutInsurer {}

    @UseCase(name = "insurer succeed", duty = Duty.END_PARTICIPATION)
    record SucceedInsurer(
            @Typed(operand = true) InsurerCode insurer,

            @Typed(operand = true, label = "SUCCESSOR") InsurerCode successor,

            @Typed(description = "why-ended") Reason reason)
            implements InsurerOperations, AboutInsurer {}

    /** Adds a sales unit. If its confidentiality agreement is given, too, this takes two people. */
    @UseCase(name = "unit add", duty = Duty.RECORD_AGREEMENTS)
    record AddUnit(
            @Typed(operand = true, label = "INSURER", description = "CODE")
            InsurerCode insurer,

            @Typed(operand = true) UnitCode unit,
            @Typed(label = "NAME") String name,

            @Typed(label = "BRANCH|AGENCY|BANK") SalesUnit.Kind kind,

            Optional<LocalDate> confidentiality,
            @Typed(description = "why") Optional<String> reason)
            implements InsurerOperations, AboutInsurer {

        public AddUnit {
            name = name.strip();
            if (name.isEmpty() || PhoneDigits.mayContainNumber(name)) {
                throw new InvalidOperationException(UsageError.UNIT_NAME);
            }
        }

        @Override
        public Duty duty() {
            return confidentiality.isPresent() ? Duty.RECORD_AGREEMENTS : Duty.KEEP_UNITS;
        }
    }

    @UseCase(name = "unit agree", duty = Duty.RECORD_AGREEMENTS)
    record RecordUnitAgreement(
            @Typed(operand = true, label = "INSURER", description = "CODE")
            InsurerCode insurer,

            @Typed(operand = true) UnitCode unit,
            LocalDate confidentiality,
            @Typed(description = "why") Optional<String> reason)
            implements InsurerOperations, AboutInsurer {}

    @UseCase(name = "unit close", duty = Duty.KEEP_UNITS)
    record CloseUnit(
            @Typed(operand = true, label = "INSURER", description = "CODE")
            InsurerCode insurer,

            @Typed(operand = true) UnitCode unit)
            implements InsurerOperations, AboutInsurer {}

    @UseCase(name = "unit list", duty = Duty.LOOK)
    record ListUnits(
            @Typed(operand = true, label = "INSURER", description = "CODE")
            Optional<InsurerCode> insurer) implements InsurerOperations {}

    private static void requireFingerprint(String hostKey) {
        try {
            HostKeyPins.of(hostKey);
        } catch (IllegalArgumentException e) {
            throw new InvalidOperationException(UsageError.HOST_KEY, e.getMessage());
        }
    }

    interface AboutInsurer extends Operation {

        InsurerCode insurer();

        @Override
        default Optional<InsurerCode> about() {
            return Optional.of(insurer());
        }
    }
}
