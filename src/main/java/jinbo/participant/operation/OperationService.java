package jinbo.participant.operation;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords.DecisionContext;
import jinbo.accesslog.LogTree;
import jinbo.participant.operation.OperationHandlers.ChecksPerson;
import jinbo.participant.operation.OperationHandlers.Enriches;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.OperationSignatures;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestFiles;
import jinbo.participant.staff.RequestFiles.CheckedCopies;
import jinbo.participant.staff.Requests;
import jinbo.participant.staff.SignaturePurpose;
import jinbo.participant.staff.StaffError;
import jinbo.participant.staff.StaffException;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Authorizes an operation, and carries it out or stores it as a request for {@link ConfirmationService}. */
@Service
public record OperationService(
        OperationCatalog catalog,
        HandlerMethods handlers,
        CarryOutOperation carryOut,
        AuthorizeCaller authorizeCaller,
        Requests requests,
        RequestFiles files,
        OperationSignatures signatures,
        FreshDocuments documents,
        LogTree log,
        TransactionTemplate transaction,
        Clock clock) {

    public record Requested(Request request, Outline would) {}

    /** Returns the result of the handler, or {@link Requested}. */
    public Object execute(Operation operation, IdentityClaim claim) throws Exception {
        OperationArguments words = OperationArguments.of(operation);
        AuthorizeCaller.Authorization authorization = authorizeCaller.authorize(operation.duty(), claim, words.inLog());
        if (claim instanceof IdentityClaim.Signed signed && operation.duty().requiresIdentity()) {
            documents.requireFresh(OperationJson.signer(signed.document()).orElseThrow());
        }
        carryOut.requireAllowed(operation.duty());
        if (authorization.needsSecondPerson()) {
            return store(operation, words, authorization.actor(), claim);
        }
        if (CarryOutOperation.isSigned(operation.duty(), authorization) && words.mayContainNumber()) {
            throw new StaffException(StaffError.HOLDS_NUMBER);
        }
        return carryOut.run(
                operation,
                words.inLog(),
                words.reason().filter(any -> !words.mayContainNumber()),
                authorization,
                claim,
                () -> sign(operation, words, authorization.actor(), claim));
    }

    /**
     * Executes an operation that another process of this machine has sent.
     *
     * @param signature the signature over the document, armored
     * @param user the operating system user of that process
     * @throws OperationException if the document is not an operation of this version, is too old, has been used before,
     *     or is signed without naming the signer and this exchange
     */
    public Object execute(OperationDocument document, Optional<String> signature, String user) throws Exception {
        Optional<Signer> signer = OperationJson.signer(document.json());
        Operation operation = OperationReader.received(document, catalog);
        if (signature.isEmpty()) {
            return execute(operation, new IdentityClaim.LocalUser(user));
        }
        Signer known = signer.filter(by -> by.exchange().isPresent())
                .orElseThrow(() -> new OperationException(OperationError.SIGNER_INCOMPLETE));
        if (!known.exchange().equals(Optional.of(log.name()))) {
            throw new OperationException(OperationError.OTHER_EXCHANGE, log.name());
        }
        return execute(
                operation,
                new IdentityClaim.Signed(known.by(), document.json(), signature.get(), SignaturePurpose.ASK, user));
    }

    private void sign(Operation operation, OperationArguments words, Actor by, IdentityClaim claim) throws IOException {
        String document = claim instanceof IdentityClaim.Signed signed
                ? signed.document()
                : OperationDocument.of(operation, Optional.of(signer(by))).json();
        transaction.executeWithoutResult(status -> {
            authorizeCaller.authorizeAgain(operation.duty(), claim, words.inLog());
            keep(document, by, claim);
        });
    }

    private void keep(String document, Actor by, IdentityClaim claim) {
        signatures.keep(claim, SignaturePurpose.ASK, by, by.name(), OperationJson.nonceOf(document), document);
    }

    private Signer signer(Actor by) {
        return Signer.of(log.name(), by.name(), clock.instant());
    }

    /** Previews the operation before it is stored, and again as stored, so that it can be carried out. */
    private Requested store(Operation given, OperationArguments typed, Actor by, IdentityClaim claim) throws Exception {
        if (typed.mayContainNumber()) {
            throw new StaffException(StaffError.HOLDS_NUMBER);
        }
        handlers.preview(given);
        handlers.call(ChecksPerson.class, given, new PersonName(by.name()));
        Operation operation =
                (Operation) handlers.call(Enriches.class, given, by).orElse(given);
        if (claim instanceof IdentityClaim.Signed && !operation.equals(given)) {
            throw OperationException.incomplete(
                    OperationDocument.of(operation, Optional.empty()).json());
        }
        OperationArguments words = OperationArguments.of(operation);
        long id = requests.nextId();
        List<Request.StoredFile> kept = new ArrayList<>();
        boolean recorded = false;
        try {
            for (OperationFile file : partsOf(operation, OperationFile.class)) {
                kept.add(files.keep(id, kept.size(), file.path()));
            }
            String json = claim instanceof IdentityClaim.Signed signed
                    ? signed.document()
                    : OperationJson.write(operation, kept, Optional.of(signer(by)));
            Outline would;
            try (CheckedCopies copies = files.copies(id, kept)) {
                copies.fill();
                would = handlers.preview(OperationReader.stored(json, catalog, copies::path));
            }
            Request request = DecisionContext.by(
                    by,
                    Optional.empty(),
                    () -> Objects.requireNonNull(transaction.execute(status -> {
                        authorizeCaller.authorizeAgain(operation.duty(), claim, words.inLog());
                        Request stored = requests.record(
                                id,
                                words.shown(),
                                Optional.of(json),
                                operation.duty(),
                                words.reason(),
                                kept,
                                numberOf(operation),
                                by);
                        keep(json, by, claim);
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
}
