package jinbo.operator.person;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.operator.UsageError;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.SecretFile;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Role;
import jinbo.reference.phone.PhoneDigits;

/** The operations on the association's staff ({@code person ...}). */
public sealed interface PersonOperations extends Operation
        permits PersonOperations.AddPerson,
                PersonOperations.ListPeople,
                PersonOperations.RecordConfidentiality,
                PersonOperations.RevokePerson,
                PersonOperations.SetOwnPassword {

    @UseCase(name = "person add", duty = Duty.ADMIT_PEOPLE)
    record AddPerson(
            @Typed(operand = true, label = "PERSON") PersonName name,
            String fullName,
            Role role,
            @Typed(label = "PUBLICKEYFILE") OperationFile sshKey,
            @Typed(description = "why") Optional<String> reason)
            implements PersonOperations {

        /** @throws InvalidOperationException if the full name is blank or contains a number */
        public AddPerson {
            if (fullName.isBlank() || PhoneDigits.mayContainNumber(fullName)) {
                throw new InvalidOperationException(UsageError.PERSON_NAME);
            }
        }
    }

    @UseCase(name = "person list", duty = Duty.LOOK)
    record ListPeople() implements PersonOperations {}

    @UseCase(name = "person agree", duty = Duty.ADMIT_PEOPLE)
    record RecordConfidentiality(
            @Typed(operand = true, label = "PERSON") PersonName name,
            LocalDate confidentiality,
            @Typed(description = "why") Optional<String> reason)
            implements PersonOperations {}

    @UseCase(name = "person revoke", duty = Duty.ADMIT_PEOPLE)
    record RevokePerson(
            @Typed(operand = true, label = "PERSON") PersonName name,
            @Typed(description = "why") Reason reason) implements PersonOperations {}

    /** Sets or deletes the console password of the person who gives the operation. */
    @UseCase(name = "person password", duty = Duty.KEEP_OWN_PASSWORD)
    record SetOwnPassword(
            Optional<SecretFile> passwordFile,
            boolean forget,

            @Typed(askedUnless = {"password-file", "forget"})
            Optional<HiddenText> password)
            implements PersonOperations {

        /** @throws InvalidOperationException if the options would both delete and set the password */
        public SetOwnPassword {
            if (forget && passwordFile.isPresent()) {
                throw new InvalidOperationException(UsageError.PASSWORD_FORGOTTEN);
            }
        }
    }
}
