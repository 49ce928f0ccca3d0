package jinbo.operator.api;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What stands behind the local socket. No {@code @Configuration}, so that only who opens the socket loads it. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import({ApiAnswers.class, OperationsResource.class, LocalSocketCustomizer.class})
class ApiContext {

    /** What is small stays in memory: numbers are written to no disk. */
    @Bean
    static MultipartConfigElement multipartConfig() {
        return new MultipartConfigElement(
                "", ReceivedParts.MOST_BYTES, ReceivedParts.MOST_BYTES, ReceivedParts.LONGEST_OPERATION);
    }
}
