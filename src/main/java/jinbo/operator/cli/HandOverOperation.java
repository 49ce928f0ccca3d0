package jinbo.operator.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jinbo.operator.answer.JsonAnswers;
import jinbo.operator.answer.Language;
import jinbo.operator.api.AnswerForm;
import jinbo.operator.api.ApiClient;
import jinbo.operator.audit.AuditOperations.ShowLogKey;
import jinbo.operator.request.RequestOperations.ConfirmRequest;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationDocument;
import jinbo.participant.operation.OperationError;
import jinbo.participant.operation.Signer;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.SignaturePurpose;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends a typed operation to the process that serves the home, signed with the key of the person who has typed it. */
record HandOverOperation(
        ApiClient client, IdentityClaim.ByKey claim, InstantSource clock, AnswerForm form, Language language) {

    private static final List<String> PROBLEM_MEMBERS = List.of("type", "title", "status", "detail", "operation");

    /** @return empty if no process serves the home, or the operation has no document */
    Optional<ApiClient.Reply> handOver(Operation operation) throws IOException {
        if (client.isThere()
                && operation instanceof ConfirmRequest confirmed
                && claim.key().isPresent()) {
            return confirm(confirmed);
        }
        if (!client.isThere() || !OperationDocument.canHold(operation)) {
            return Optional.empty();
        }
        Optional<ApiClient.Reply> reply = ask(operation, form);
        if (reply.filter(HandOverOperation::isIncomplete).isEmpty()) {
            return reply;
        }
        Optional<ApiClient.Reply> problem = ask(operation, AnswerForm.JSON);
        return problem.filter(HandOverOperation::isIncomplete).isPresent()
                ? ask(completeOperation(problem.get().body()), form)
                : problem;
    }

    /** Converts a problem document (RFC 9457) to the JSON of a failed command. */
    static String asCommandFailure(String problem) {
        return JsonAnswers.write(((ObjectNode) new JsonMapper().readTree(problem)).remove(PROBLEM_MEMBERS));
    }

    /** True if the reply contains a completed operation, which must be signed instead. */
    private static boolean isIncomplete(ApiClient.Reply reply) {
        return reply.status() == OperationError.OPERATION_INCOMPLETE.httpStatus();
    }

    private static Operation completeOperation(String problem) {
        return OperationDocument.read(
                new JsonMapper().readTree(problem).path("operation").toString(), OperatorOperations.CATALOG);
    }

    private Optional<ApiClient.Reply> ask(Operation operation, AnswerForm inForm) throws IOException {
        if (claim.key().isEmpty() || claim.name().isEmpty()) {
            return askUnsigned(operation, inForm);
        }
        Optional<ApiClient.Reply> logKey = askUnsigned(new ShowLogKey(), AnswerForm.JSON);
        if (logKey.filter(ApiClient.Reply::isDone).isEmpty()) {
            return logKey;
        }
        OperationDocument document = OperationDocument.of(
                operation,
                Optional.of(
                        Signer.of(exchange(logKey.get().body()), claim.name().get(), clock.instant())));
        return client.ask(document, claim.sign(SignaturePurpose.ASK, document.json()), inForm, languageTag());
    }

    private Optional<ApiClient.Reply> askUnsigned(Operation operation, AnswerForm inForm) throws IOException {
        return client.ask(OperationDocument.of(operation, Optional.empty()), Optional.empty(), inForm, languageTag());
    }

    /** Returns the name of the exchange, which the result of {@code audit key} contains. */
    private static String exchange(String logKey) {
        return new JsonMapper().readTree(logKey).path("verifier_key").asString().split("\\+", 2)[0];
    }

    /** The second person signs the document that the author has signed. */
    private Optional<ApiClient.Reply> confirm(ConfirmRequest confirmed) throws IOException {
        long request = confirmed.id().orElseThrow();
        Optional<ApiClient.Reply> document = client.document(request, form, languageTag());
        if (claim.name().isEmpty() || document.filter(ApiClient.Reply::isDone).isEmpty()) {
            return document.filter(reply -> claim.name().isPresent());
        }
        String json = document.get().body();
        return client.confirm(
                request,
                OperationDocument.beside(json, confirmed.number()),
                claim.name().get(),
                claim.sign(SignaturePurpose.CONFIRM, json).orElseThrow(),
                form,
                languageTag());
    }

    private String languageTag() {
        return language.locale().toLanguageTag();
    }
}
