package jinbo.platform.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.InvalidParameterException;

/**
 * Answers with the port's own page of errors where a request was refused before, or where its query or form cannot be read: found later, that
 * would be a failure of each page, and would put what was typed in into the log.
 */
final class RejectRequestValve extends ValveBase {

    /** Where pages of errors come from; nobody asks for it. */
    private static final String ERROR_PATH = "/error";

    RejectRequestValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getAttribute(BufferingRequestAdapter.REFUSED) instanceof Integer status) {
            response.sendError(status);
        } else if (ERROR_PATH.equals(request.getDecodedRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!response.isErrorReportRequired()) {
            readFields(request, response);
        }
        if (response.isErrorReportRequired()) {
            request.setRequest(new RefusedRequest(request.getRequest()));
        }
        // which shows the page of errors, and nothing else, where there is one to be shown
        getNext().invoke(request, response);
    }

    private static void readFields(Request request, Response response) throws IOException {
        try {
            // browsers do not say so
            request.setCharacterEncoding(StandardCharsets.UTF_8);
            request.getParameterMap();
        } catch (InvalidParameterException e) {
            response.sendError(e.getErrorCode());
        } catch (IllegalStateException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
