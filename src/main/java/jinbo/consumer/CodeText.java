package jinbo.consumer;

import java.util.Locale;

/** The words around a code; what it is for comes first, so that nobody reads it out to a caller unawares. */
final class CodeText {

    private CodeText() {}

    static String of(String code, Locale language) {
        return Locale.CHINESE.getLanguage().equals(language.getLanguage())
                ? "验证码 " + code + "，用于登记或查询您的保险电话禁拨设置，5分钟内有效。请勿告诉任何人；如非本人操作，请忽略。"
                : "Jinbo: " + code
                        + " is your code for blocking insurance sales calls, valid for 5 minutes. Tell it to"
                        + " nobody; if you did not ask for it, ignore it.";
    }
}
