package jinbo.participant.operation;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionContext;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.CheckedCopies;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.OperationSignatures;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to have something done: finds out who asks and whether that person may, stores what takes a second person, announces
 * in the access log what belongs there, and has the handler do it.
 */
@Service
public class OperationService {

    private static final String NO_REASON = "no reason given";

    private final OperationCatalog catalog;
    private final HandlerMethods handlers;
    private final AuthorizeCaller authorizeCaller;
    private final SecondPerson secondPerson;
    private final Requests requests;
    private final RequestFiles files;
    private final AccessLog accessLog;
    private final List<OperationGuard> guards;
    private final OperationSignatures signatures;
    private final FreshDocuments documents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private interface Signing {
        void by(AccessPermit permit) throws IOException;
    }

    OperationService(
            OperationCatalog catalog,
            HandlerMethods handlers,
            AuthorizeCaller authorizeCaller,
            SecondPerson secondPerson,
            Requests requests,
            RequestFiles files,
            AccessLog accessLog,
            List<OperationGuard> guards,
            OperationSignatures signatures,
            FreshDocuments documents,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.catalog = catalog;
        this.handlers = handlers;
        this.authorizeCaller = authorizeCaller;
        this.secondPerson = secondPerson;
        this.requests = requests;
        this.files = files;
        this.accessLog = accessLog;
        this.guards = guards;
        this.signatures = signatures;
        this.documents = documents;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** An operation that waits for a second person now. */
    public record Requested(Request request, Outline would) {}

    /** What a second person has confirmed and is carried out. */
    public record Confirmed(Request request, PersonName confirmedBy, Object result) implements Incomplete {
        @Override
        public boolean complete() {
            return Incomplete.isComplete(result);
        }
    }

    /**
     * Carries an operation out, or stores it for a second person.
     *
     * @return the handler's result, or {@link Requested}
     * @throws Exception if it cannot be done, or not by this person
     */
    public Object execute(Operation operation, IdentityClaim claim) throws Exception {
        OperationArguments words = OperationArguments.of(operation);
        AuthorizeCaller.Authorization authorization = authorizeCaller.authorize(operation.duty(), claim, words.inLog());
        if (claim instanceof IdentityClaim.Signed signed && operation.duty().requiresIdentity()) {
            documents.requireFresh(OperationJson.signer(signed.document()).orElseThrow());
        }
        if (authorization.needsSecondPerson()) {
            return store(operation, words, authorization.actor(), claim);
        }
        if (isSigned(operation.duty(), authorization) && words.holdNumbers()) {
            throw new StaffException(StaffError.HOLDS_NUMBER);
        }
        return carryOut(
                operation,
                words.inLog(),
                words.reason().filter(any -> !words.holdNumbers()),
                authorization,
                claim,
                permit -> sign(operation, authorization.actor(), claim));
    }

    /**
     * Carries an operation out, or stores it for a second person, as another process of this machine hands it over.
     *
     * @param document where a person asks, with {@code by}, {@code at} and {@code nonce}
     * @param signature of that person over the document, armored
     * @param user of the operating system, as whom that process runs
     * @return as {@link #execute(Operation, IdentityClaim)}
     * @throws OperationException if it is no operation of this version, is stale, came before, or is signed and does not
     *     say by whom
     */
    public Object execute(OperationDocument document, Optional<String> signature, String user) throws Exception {
        Optional<Signer> signer = OperationJson.signer(document.json());
        if (signer.isEmpty() && signature.isPresent()) {
            throw new OperationException(OperationError.SIGNER_INCOMPLETE);
        }
        Operation operation = OperationReader.received(document, catalog);
        if (signer.isEmpty() || signature.isEmpty()) {
            return execute(operation, new IdentityClaim.LocalUser(user));
        }
        return execute(
                operation,
                new IdentityClaim.Signed(
                        signer.get().by(), document.json(), signature.get(), SignaturePurpose.ASK, user));
    }

    /** A person's signature over what it asks for alone. */
    private void sign(Operation operation, Actor by, IdentityClaim claim) throws IOException {
        if (claim instanceof IdentityClaim.Signed signed) {
            signatures.keep(
                    claim,
                    SignaturePurpose.ASK,
                    by,
                    by.name(),
                    OperationJson.nonceOf(signed.document()),
                    signed.document());
            return;
        }
        Signer signer = signer(by);
        signatures.keep(
                claim,
                SignaturePurpose.ASK,
                by,
                by.name(),
                signer.nonce(),
                OperationJson.write(operation, described(operation), Optional.of(signer)));
    }

    private static List<Request.StoredFile> described(Operation operation) throws IOException {
        List<Request.StoredFile> described = new ArrayList<>();
        for (OperationFile file : filesOf(operation)) {
            described.add(RequestFiles.describe(described.size(), file.path()));
        }
        return described;
    }

    private Signer signer(Actor by) {
        return new Signer(by.name(), clock.instant(), OperationDocument.nonce());
    }

    private Object carryOut(
            Operation operation,
            String inLog,
            Optional<String> reason,
            AuthorizeCaller.Authorization authorization,
            IdentityClaim claim,
            Signing signing)
            throws Exception {
        Duty duty = operation.duty();
        guards.forEach(guard -> guard.require(duty));
        if (!isRecorded(duty, authorization)) {
            return DecisionContext.by(
                    authorization.actor(), Optional.empty(), () -> handle(operation, authorization, claim));
        }
        AccessPermit permit = accessLog.begin(new Access(
                authorization.actor(),
                AccessAction.DECIDE,
                reason.orElse(NO_REASON),
                operation.about().map(Object::toString),
                inLog));
        try {
            Object result = DecisionContext.by(authorization.actor(), Optional.of(permit), () -> {
                if (isSigned(duty, authorization)) {
                    signing.by(permit);
                }
                return handle(operation, authorization, claim);
            });
            accessLog.complete(permit, Incomplete.isComplete(result) ? "DONE" : "INCOMPLETE", 0);
            return result;
        } catch (Exception e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private static boolean isRecorded(Duty duty, AuthorizeCaller.Authorization authorization) {
        return duty.isAlwaysLogged() || duty.requiresSecondPerson() && authorization.isRecorded();
    }

    /** Whether what was asked for is kept for good, with the signature of who asked. */
    private static boolean isSigned(Duty duty, AuthorizeCaller.Authorization authorization) {
        return authorization.isRecorded() && isRecorded(duty, authorization);
    }

    private Object handle(Operation operation, AuthorizeCaller.Authorization authorization, IdentityClaim claim)
            throws Exception {
        return handlers.call(Handles.class, operation, authorization.actor(), authorization, claim)
                .orElseThrow(() -> new IllegalStateException(operation.getClass() + " has no handler"));
    }

    /** What could not be done is not asked for: it is looked at before anything is kept, and again as it is kept. */
    private Requested store(Operation asked, OperationArguments typed, Actor by, IdentityClaim claim) throws Exception {
        if (typed.holdNumbers()) {
            throw new StaffException(StaffError.HOLDS_NUMBER);
        }
        foresee(asked);
        handlers.call(ChecksPerson.class, asked, new PersonName(by.name()));
        Operation operation =
                (Operation) handlers.call(Completes.class, asked, by).orElse(asked);
        if (claim instanceof IdentityClaim.Signed && !operation.equals(asked)) {
            throw OperationException.incomplete(OperationJson.write(operation, described(operation), Optional.empty()));
        }
        OperationArguments words = OperationArguments.of(operation);
        long id = requests.nextId();
        List<Request.StoredFile> kept = new ArrayList<>();
        boolean recorded = false;
        try {
            for (OperationFile file : filesOf(operation)) {
                kept.add(files.keep(id, kept.size(), file.path()));
            }
            String json = claim instanceof IdentityClaim.Signed signed
                    ? signed.document()
                    : OperationJson.write(operation, kept, Optional.of(signer(by)));
            Outline would;
            try (CheckedCopies copies = files.copies(id, kept)) {
                copies.take();
                would = foresee(OperationReader.stored(json, catalog, copies::path));
            }
            Request request = DecisionContext.by(
                    by,
                    Optional.empty(),
                    () -> Objects.requireNonNull(transaction.execute(status -> {
                        Request stored = requests.record(
                                id,
                                words.shown(),
                                Optional.of(json),
                                operation.duty(),
                                words.reason(),
                                kept,
                                numberOf(operation),
                                by);
                        signatures.keep(claim, SignaturePurpose.ASK, by, by.name(), OperationJson.nonceOf(json), json);
                        return stored;
                    })));
            recorded = true;
            return new Requested(request, would);
        } finally {
            if (!recorded) {
                files.discard(id, kept.size() + 1);
            }
        }
    }

    private Outline foresee(Operation operation) throws Exception {
        return (Outline) handlers.call(Foresees.class, operation).orElseThrow();
    }

    private static List<OperationFile> filesOf(Operation operation) {
        return partsOf(operation, OperationFile.class);
    }

    private static Optional<Mobile> numberOf(Operation operation) {
        return partsOf(operation, OperationNumber.class).stream().findFirst().flatMap(OperationNumber::known);
    }

    private static <T> List<T> partsOf(Operation operation, Class<T> type) {
        return OperationType.of(operation.getClass()).parts().stream()
                .filter(part -> part.valueType() == type)
                .flatMap(part -> OperationArguments.values(part.of(operation)).stream())
                .map(type::cast)
                .toList();
    }

    /**
     * What a waiting request would do, made from what is stored.
     *
     * @throws StaffException if an older version has stored no operation
     * @throws OperationException if this version of the program does not know the operation
     */
    public Outline foresee(Request request) throws Exception {
        try (CheckedCopies copies = files.copies(request.id(), request.files())) {
            copies.take();
            return foresee(operation(request, copies));
        }
    }

    private Operation operation(Request request, CheckedCopies copies) {
        return OperationReader.stored(document(request), catalog, copies::path);
    }

    /**
     * What a second person has to sign to confirm a request: the bytes that the first one has signed.
     *
     * @throws StaffException if there is no such request, or an older version has stored no operation
     */
    public String document(long id) {
        return document(requests.get(id));
    }

    private static String document(Request request) {
        return request.operation().orElseThrow(() -> new StaffException(StaffError.REQUEST_OUTDATED, request.id()));
    }

    /**
     * Carries out what another person has asked for, once, as another process of this machine hands the confirmation over.
     *
     * @param document of the request and, if the second person says it, the number that it is about
     * @param by who confirms it
     * @param signature of that person over the document, armored
     * @param user of the operating system, as whom that process runs
     * @throws OperationException if anything else comes with the document
     */
    public Confirmed confirm(long id, OperationDocument document, String by, String signature, String user)
            throws Exception {
        return confirm(
                id,
                document.numberBeside().map(OperationNumber::mobile),
                new IdentityClaim.Signed(by, document.json(), signature, SignaturePurpose.CONFIRM, user));
    }

    /**
     * Carries out what another person has asked for, once.
     *
     * @param known the number that it is about, if the second person says it
     */
    public Confirmed confirm(long id, Optional<Mobile> known, IdentityClaim claim) throws Exception {
        Request request = requests.get(id);
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
            Operation whole =
                    confirmed.about().map(mobile -> about(operation, mobile)).orElse(operation);
            return carriedOut(request, whole, confirmed.standing(), claim);
        }
    }

    /** Who confirms has signed what was asked for, and nothing else. */
    private static void requireSame(Request request, IdentityClaim claim) {
        if (claim instanceof IdentityClaim.Signed signed
                && !request.operation().equals(Optional.of(signed.document()))) {
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

    private static Operation about(Operation operation, Mobile mobile) {
        OperationType type = OperationType.of(operation.getClass());
        return type.create(type.parts().stream()
                .map(part ->
                        part.valueType() == OperationNumber.class ? OperationNumber.of(mobile) : part.of(operation))
                .toList());
    }

    private Confirmed carriedOut(
            Request request, Operation operation, AuthorizeCaller.Authorization authorization, IdentityClaim claim)
            throws Exception {
        Object result;
        try {
            Actor actor = authorization.actor();
            String document = request.operation().orElseThrow();
            result = carryOut(
                    operation,
                    inLog(request, operation),
                    request.reason(),
                    authorization,
                    claim,
                    permit -> signatures.keep(
                            claim,
                            SignaturePurpose.CONFIRM,
                            actor,
                            actor.confirmedBy().orElseThrow(),
                            OperationJson.nonceOf(document),
                            document));
        } catch (Exception e) {
            requests.complete(request, Request.State.FAILED, Optional.of(failure(e)));
            throw e;
        }
        requests.complete(
                request,
                Incomplete.isComplete(result) ? Request.State.DONE : Request.State.INCOMPLETE,
                Optional.empty());
        return new Confirmed(
                request, new PersonName(authorization.actor().confirmedBy().orElseThrow()), result);
    }

    /** The code and sentence of what keeps an operation from being carried out, for the record of the request. */
    private static String failure(Exception e) {
        return e instanceof Coded coded
                ? coded.error().code() + ": "
                        + PhoneDigits.masked(coded.errorMessage().in(Locale.ROOT))
                : "FAILED: " + PhoneDigits.masked(FailureMessages.cause(e));
    }

    /** What is carried out: the words, without the reason, which has a place of its own, and the bytes of the files. */
    private static String inLog(Request request, Operation operation) {
        Optional<String> reason = OperationArguments.of(operation).shownReason();
        StringBuilder object = new StringBuilder("request " + request.id() + ":");
        request.words().stream()
                .filter(word -> !reason.equals(Optional.of(word)))
                .forEach(word -> object.append(' ').append(word));
        for (Request.StoredFile file : request.files()) {
            object.append("; ").append(file.name()).append(" has SHA-256 ").append(file.sha256());
        }
        return object.toString();
    }
}
