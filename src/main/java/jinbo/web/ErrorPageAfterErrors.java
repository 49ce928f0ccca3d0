package jinbo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** There is no such page as the one that tells of errors: asked for by its address it would tell of one that has not been, with 500. */
final class ErrorPageAfterErrors extends ValveBase {

    private static final String PAGE = "/error";

    ErrorPageAfterErrors() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (PAGE.equals(request.getDecodedRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            getNext().invoke(request, response);
        }
    }
}
