package jinbo.participant.operation;

import java.util.Locale;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.participant.operation.OperationHandlers.ChecksPerson;
import jinbo.participant.staff.AuthorizeCaller.Authorization;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.IdentityClaim.Signed;
import jinbo.participant.staff.OperationSignatures;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.Request.State;
import jinbo.participant.staff.Request.StoredFile;
import jinbo.participant.staff.RequestFiles;
import jinbo.participant.staff.RequestFiles.CheckedCopies;
import jinbo.participant.staff.Requests;
import jinbo.participant.staff.SecondPerson;
import jinbo.participant.staff.SignaturePurpose;
import jinbo.participant.staff.StaffError;
import jinbo.participant.staff.StaffException;
import jinbo.platform.error.Coded;
import jinbo.platform.error.FailureMessages;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.PhoneDigits;
import org.springframework.stereotype.Service;

/** Lets a second person confirm a request, and then carries out the stored operation. */
@Service
public record ConfirmationService(
        OperationCatalog catalog,
        HandlerMethods handlers,
        CarryOutOperation carryOut,
        SecondPerson secondPerson,
        Requests requests,
        RequestFiles files,
        OperationSignatures signatures) {

    public record Confirmed(Request request, PersonName confirmedBy, Object result) implements Incomplete {
        @Override
        public boolean complete() {
            return Incomplete.isComplete(result);
        }
    }

    /**
     * Describes what a request would do if it were confirmed.
     *
     * @throws StaffException if the request is of an older version, which stored no operation document
     * @throws OperationException if this version of the program does not know the operation
     */
    public Outline preview(Request request) throws Exception {
        try (CheckedCopies copies = files.copies(request.id(), request.files())) {
            copies.fill();
            return handlers.preview(operation(request, copies));
        }
    }

    private Operation operation(Request request, CheckedCopies copies) {
        return OperationReader.stored(document(request), catalog, copies::path);
    }

    /** The document that both people sign; throws {@link StaffException} if the request has none. */
    public String document(long id) {
        return document(requests.get(id));
    }

    private static String document(Request request) {
        return request.operation().orElseThrow(() -> new StaffException(StaffError.REQUEST_OUTDATED, request.id()));
    }

    /**
     * Confirms another person's request and carries it out, once. The confirmation comes from another process.
     *
     * @param document the document of the request, with the phone number if the second person has entered it
     * @param by the person who confirms
     * @param signature the signature of that person over the document, armored
     * @param user the operating system user of the process that sends the confirmation
     */
    public Confirmed confirm(long id, OperationDocument document, String by, String signature, String user)
            throws Exception {
        return confirm(
                id,
                document.numberBeside().map(OperationNumber::mobile),
                new Signed(by, document.json(), signature, SignaturePurpose.CONFIRM, user));
    }

    /** Confirms another person's request and carries it out, once. */
    public Confirmed confirm(long id, Optional<Mobile> known, IdentityClaim claim) throws Exception {
        Request request = requests.get(id);
        carryOut.requireAllowed(request.duty());
        try (CheckedCopies copies = files.copies(request.id(), request.files())) {
            Operation operation = operation(request, copies);
            SecondPerson.Confirmed confirmed = secondPerson.confirm(
                    id,
                    claim,
                    second -> {
                        requireSame(request, claim);
                        checkPerson(operation, second);
                    },
                    copies,
                    known);
            Operation whole = confirmed
                    .about()
                    .map(mobile -> withNumber(operation, mobile))
                    .orElse(operation);
            return carryOutConfirmed(request, whole, confirmed.authorization(), claim);
        }
    }

    private static void requireSame(Request request, IdentityClaim claim) {
        if (claim instanceof Signed signed && !request.operation().equals(Optional.of(signed.document()))) {
            throw new StaffException(StaffError.OTHER_DOCUMENT, request.id());
        }
    }

    private void checkPerson(Operation operation, PersonName person) {
        try {
            handlers.call(ChecksPerson.class, operation, person);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Operation withNumber(Operation operation, Mobile mobile) {
        OperationType type = OperationType.of(operation.getClass());
        return type.create(type.parts().stream()
                .map(part ->
                        part.valueType() == OperationNumber.class ? OperationNumber.of(mobile) : part.of(operation))
                .toList());
    }

    private Confirmed carryOutConfirmed(
            Request request, Operation operation, Authorization authorization, IdentityClaim claim) throws Exception {
        Object result;
        try {
            Actor actor = authorization.actor();
            String document = request.operation().orElseThrow();
            result = carryOut.run(
                    operation,
                    inLog(request, operation),
                    request.reason(),
                    authorization,
                    claim,
                    () -> signatures.keep(
                            claim,
                            SignaturePurpose.CONFIRM,
                            actor,
                            actor.confirmedBy().orElseThrow(),
                            OperationJson.nonceOf(document),
                            document));
        } catch (Exception e) {
            if (!OperationException.tookEffect(e)) {
                requests.complete(request, State.FAILED, Optional.of(failure(e)));
            }
            throw e;
        }
        requests.complete(request, Incomplete.isComplete(result) ? State.DONE : State.INCOMPLETE, Optional.empty());
        return new Confirmed(
                request, new PersonName(authorization.actor().confirmedBy().orElseThrow()), result);
    }

    /** The error code and message of a failed operation, for the record of the request. */
    private static String failure(Exception e) {
        return e instanceof Coded coded
                ? coded.error().code() + ": "
                        + PhoneDigits.masked(coded.errorMessage().in(Locale.ROOT))
                : "FAILED: " + PhoneDigits.masked(FailureMessages.cause(e));
    }

    /** The object for the access log: the command line without the reason, and the hashes of the files. */
    private static String inLog(Request request, Operation operation) {
        Optional<String> reason = OperationArguments.of(operation).shownReason();
        StringBuilder object = new StringBuilder("request " + request.id() + ":");
        request.words().stream()
                .filter(word -> !reason.equals(Optional.of(word)))
                .forEach(word -> object.append(' ').append(word));
        for (StoredFile file : request.files()) {
            object.append("; ").append(file.name()).append(" has SHA-256 ").append(file.sha256());
        }
        return object.toString();
    }
}
