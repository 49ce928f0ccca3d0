package jinbo.operator.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.OperationService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/operations}: carries an operation out, for the person who has signed it. */
@RestController
@ConditionalOnWebApplication(type = Type.SERVLET)
class OperationsResource {

    /** The armored signature over the body, base64 once more so that it fits into one line. */
    static final String SIGNATURE = "Jinbo-Signature";

    /** 1 where the result tells that something is left undone, as the exit status of the command would. */
    static final String EXIT_STATUS = "Jinbo-Exit-Status";

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final int LONGEST = 64 * 1024;

    private final OperationService operations;
    private final AnswerFormat format;

    OperationsResource(OperationService operations, AnswerFormat format) {
        this.operations = operations;
        this.format = format;
    }

    @PostMapping(path = "/api/v1/operations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> carryOut(
            HttpServletRequest request,
            @RequestHeader(SIGNATURE) Optional<String> signature,
            @RequestHeader("Accept") Optional<String> accept,
            Locale language)
            throws IOException {
        byte[] body = read(request.getInputStream());
        if (body.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .body(ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONTENT_TOO_LARGE, "An operation has at most " + LONGEST + " bytes"));
        }
        boolean text = accept.filter(MediaType.TEXT_PLAIN_VALUE::equals).isPresent();
        try {
            Object result = operations.execute(
                    new String(body, StandardCharsets.UTF_8), signature.map(OperationsResource::decoded));
            return ResponseEntity.ok()
                    .contentType(text ? PLAIN : MediaType.APPLICATION_JSON)
                    .header(EXIT_STATUS, Incomplete.isComplete(result) ? "0" : "1")
                    .body((text ? format.text(result, language) : format.json(result))
                            .getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            AnswerFormat.Failed failed = format.failed(e, text, language);
            return ResponseEntity.status(failed.status())
                    .contentType(text ? PLAIN : MediaType.APPLICATION_PROBLEM_JSON)
                    .header(EXIT_STATUS, "1")
                    .body(failed.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] read(InputStream body) throws IOException {
        return body.readNBytes(LONGEST + 1);
    }

    private static String decoded(String signature) {
        return new String(Base64.getDecoder().decode(signature), StandardCharsets.US_ASCII);
    }
}
