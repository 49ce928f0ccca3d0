package jinbo.operator.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a browser keeps of a form whose session has ended. */
class InterruptedFormTest {

    @Test
    void fitsIntoACookieHoweverLongAndChineseTheReason() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        InterruptedForm.of(sent("核".repeat(2000))).keep(response, false);

        String cookie = response.getHeader(HttpHeaders.SET_COOKIE);
        assertThat(cookie).contains("%E6%A0%B8").hasSizeLessThan(4096);
    }

    @Test
    void masksANumberThatTheEndCutsThrough() {
        String reason = "x".repeat(493) + " 13810001234";

        assertThat(InterruptedForm.typed(sent(reason))).doesNotContain("138").endsWith("***");
    }

    private static MockHttpServletRequest sent(String reason) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/files/1/refuse");
        request.setParameter("reason", reason);
        return request;
    }
}
