package jinbo.platform.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;

/** Has a port take no more of its clients than its {@link RequestLimits} say. No component, because only ports have it. */
final class RequestLimitCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final RequestLimits limits;
    private final RefusedPaths refusedPaths;

    RequestLimitCustomizer(Environment environment, ObjectProvider<RefusedPaths> refusedPaths) {
        this.limits = Binder.get(environment).bindOrCreate("jinbo.request", RequestLimits.class);
        this.refusedPaths = refusedPaths.getIfAvailable(() -> path -> false);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedHttp11Protocol.class.getName());
        factory.addProtocolHandlerCustomizers((BoundedHttp11Protocol protocol) -> protocol.limit(limits, refusedPaths));
        factory.addEngineValves(new RejectRequestValve());
    }

    /**
     * Answers with the port's own page of errors where a request was refused before, or where its query or form cannot be read: found later, that
     * would be a failure of each page, and would put what was typed in into the log.
     */
    static final class RejectRequestValve extends ValveBase {

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

    /** A refused request as the page of errors sees it: without query and form, which nobody reads. */
    static final class RefusedRequest extends HttpServletRequestWrapper {

        RefusedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }
    }
}
