package jinbo.consumer.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits concurrent requests. Further ones wait for a moment, and are then rejected with a bilingual page. */
final class OverloadFilter extends OncePerRequestFilter {

    private static final String COME_BACK_AFTER_SECONDS = "10";

    private final Semaphore places;
    private final long waitMillis;
    private final byte[] page;
    private final CountRejectedVisitors rejectedVisitors;

    OverloadFilter(PortalSettings settings, CountRejectedVisitors rejectedVisitors) {
        this.rejectedVisitors = rejectedVisitors;
        this.places = new Semaphore(settings.atOnce(), true);
        this.waitMillis = settings.waitAtMost().toMillis();
        try (InputStream in = OverloadFilter.class.getResourceAsStream("busy.html")) {
            this.page = in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().matches("/(portal\\.(css|js)|icon\\.svg)");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hasPlace()) {
            rejectedVisitors.increment();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", COME_BACK_AFTER_SECONDS);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(page);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
