package jinbo.operator.api;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The web context of the local socket. Without {@code @Configuration}, only {@link OpenLocalApi} loads it. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import({ApiAnswers.class, OperationsResource.class, LocalSocketCustomizer.class})
class ApiContext {

    /** The whole upload limit is also the memory threshold, because phone numbers must not be written to disk. */
    @Bean
    static MultipartConfigElement multipartConfig() {
        return new MultipartConfigElement(
                "", ReceivedParts.MOST_BYTES, ReceivedParts.MOST_BYTES, ReceivedParts.LONGEST_OPERATION);
    }
}
