package jinbo.operator.console;

import jakarta.servlet.ServletRequest;
import jinbo.participant.staff.SignIn;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.PageLocaleResolver;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * What stands behind the console's port: of Spring Boot's parts those that pages need, by name, and ours. No {@code @Configuration},
 * so that only who opens the port loads it.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({
    ConsoleControllerAdvice.class,
    PageAccess.class,
    ConsoleAnswers.class,
    PageOperations.class,
    RunsInBackground.class,
    OnboardingSteps.class,
    FileTimeline.class,
    AskedFor.class,
    ListsOfInsurer.class,
    OpenedEvidence.class,
    NumberAnswers.class,
    SignInPage.class,
    HomePage.class,
    InsurerPages.class,
    LinePages.class,
    InsurerActions.class,
    FilePages.class,
    RequestPages.class,
    RunPages.class,
    ProgressPages.class,
    ExecutionPage.class,
    KeyPage.class,
    AccessLogPages.class,
    NumberPage.class,
    CasePages.class,
    CaseActions.class,
    SanctionPages.class,
    CaseReportPages.class,
    ChartsPage.class,
    AccountPage.class,
    HelpPage.class,
    Lists.class,
    PendingRequests.class,
    FileLists.class,
    RequestLists.class,
    CaseLists.class,
    InsurerLists.class,
    PeoplePages.class,
    UnitPages.class
})
class ConsoleContext implements WebMvcConfigurer {

    @Bean
    static SecurityFilterChain security(HttpSecurity http, SignIn signIn, ConsoleSettings settings) {
        return ConsoleSecurity.of(http, signIn, settings);
    }

    @Bean
    static ContentSecurityPolicy contentPolicy() {
        return ConsoleSecurity.NOTHING_BUT_OURS;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new PageLocaleResolver("jinbo-language", ServletRequest::getLocale);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
