package jinbo.operator.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.JsonAnswers;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Screen;
import jinbo.operator.answer.Texts;
import jinbo.operator.request.RequestOperations.CarriedOut;
import jinbo.participant.operation.ConfirmationService;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.OperationDocument;
import jinbo.participant.operation.OperationError;
import jinbo.participant.operation.OperationException;
import jinbo.participant.operation.OperationService;
import jinbo.platform.home.Home;
import jinbo.platform.http.LocalSocketProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The HTTP resource of the local interface: receives signed operations and confirmations, as a body or as the part
 * {@link ReceivedParts#OPERATION} of a form.
 */
@RestController
@RequestMapping("/api/v1")
@ConditionalOnWebApplication(type = Type.SERVLET)
record OperationsResource(OperationService operations, ConfirmationService confirmation, Home home) {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsResource.class);

    /** The header with the armored signature over the document, base64-encoded to fit into one line. */
    static final String SIGNATURE = "Jinbo-Signature";

    /** The header with the person who confirms; the document itself names the author of the operation. */
    static final String PERSON = "Jinbo-Person";

    /** The header with the exit status of the corresponding command: 1 if something is left undone. */
    static final String EXIT_STATUS = "Jinbo-Exit-Status";

    /** The header that is {@link #COLOURED} if the terminal supports colours. */
    static final String SCREEN = "Jinbo-Screen";

    static final String COLOURED = "coloured";

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private interface Answering {
        Object to(OperationDocument document) throws Exception;
    }

    @PostMapping(
            path = "/operations",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    ResponseEntity<byte[]> carryOut(
            HttpServletRequest request,
            @RequestHeader(SIGNATURE) Optional<String> signature,
            @RequestAttribute(LocalSocketProtocol.PEER) String user,
            Locale language)
            throws IOException, ServletException {
        return answer(
                request,
                language,
                document -> operations.execute(document, signature.map(OperationsResource::decoded), user));
    }

    @GetMapping("/requests/{id}/document")
    ResponseEntity<byte[]> document(@PathVariable("id") long id, HttpServletRequest request, Locale language) {
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(confirmation.document(id).getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return failed(e, form(request), language);
        }
    }

    @PostMapping(
            path = "/requests/{id}/confirmation",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    ResponseEntity<byte[]> confirm(
            @PathVariable("id") long id,
            HttpServletRequest request,
            @RequestHeader(PERSON) String person,
            @RequestHeader(SIGNATURE) String signature,
            @RequestAttribute(LocalSocketProtocol.PEER) String user,
            Locale language)
            throws IOException, ServletException {
        return answer(
                request, language, document -> confirmation.confirm(id, document, person, decoded(signature), user));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Locale language, Answering answering)
            throws IOException, ServletException {
        AnswerForm form = form(request);
        try (ReceivedParts parts = new ReceivedParts(home)) {
            Object result = answering.to(parts.read(request));
            return ResponseEntity.ok()
                    .contentType(form == AnswerForm.JSON ? MediaType.APPLICATION_JSON : PLAIN)
                    .header(EXIT_STATUS, Incomplete.isComplete(result) ? "0" : "1")
                    .body(text(result, form, language).getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            return failed(e, form, language);
        }
    }

    private ResponseEntity<byte[]> failed(Exception e, AnswerForm form, Locale language) {
        Failure failure = Failure.of(e, home.root());
        failure.log(LOG, e);
        Optional<String> operation = e instanceof OperationException incomplete ? incomplete.whole() : Optional.empty();
        String body = form == AnswerForm.JSON
                ? JsonAnswers.write(Problem.of(failure, language, operation))
                : page(form, language, failure::writeTo);
        return ResponseEntity.status(failure.message().error().httpStatus())
                .contentType(form == AnswerForm.JSON ? MediaType.APPLICATION_PROBLEM_JSON : PLAIN)
                .header(EXIT_STATUS, "1")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Object result, AnswerForm form, Locale language) {
        Object shown = result instanceof ConfirmationService.Confirmed confirmed ? CarriedOut.of(confirmed) : result;
        return form == AnswerForm.JSON
                ? JsonAnswers.write(shown)
                : page(form, language, page -> new ResultRenderer(page).render(shown));
    }

    private static String page(AnswerForm form, Locale language, Consumer<Page> content) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        Screen screen = form == AnswerForm.COLOURED_TEXT ? Screen.COLOURED : Screen.NONE;
        content.accept(new Page(Texts.in(Language.of(language)), out, screen));
        out.flush();
        return text.toString();
    }

    private static AnswerForm form(HttpServletRequest request) {
        if (!MediaType.TEXT_PLAIN_VALUE.equals(request.getHeader("Accept"))) {
            return AnswerForm.JSON;
        }
        return COLOURED.equals(request.getHeader(SCREEN)) ? AnswerForm.COLOURED_TEXT : AnswerForm.TEXT;
    }

    private static String decoded(String signature) {
        try {
            return new String(Base64.getDecoder().decode(signature), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new OperationException(OperationError.SIGNATURE_UNREADABLE);
        }
    }
}
