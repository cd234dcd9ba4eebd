package dev.arbalest.udf.types;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.arrow.vector.types.pojo.Field;

/** Reads types and columns as SQL writes them: {@code STRUCT(a INTEGER, b VARCHAR)[]}, {@code name VARCHAR, price DECIMAL(18, 3)}. */
public final class SqlTypeParser {
  private static final Pattern TOKEN = Pattern.compile("\\s*(?:('(?:[^']|'')*')|(\"(?:[^\"]|\"\")*\")|(\\w+)|([(),\\[\\]]))");

  private final String text;
  private final List<String> tokens;
  private int next;

  private SqlTypeParser(String text) {
    this.text = text;
    this.tokens = tokens(text);
  }

  /** A field of that name and SQL type. */
  public static Field type(String name, String text) {
    SqlTypeParser parser = new SqlTypeParser(text);
    Field field = parser.type(name);
    parser.end();
    return field;
  }

  /** Fields of {@code name TYPE, name TYPE, …}; none for an empty text. */
  public static List<Field> columns(String text) {
    SqlTypeParser parser = new SqlTypeParser(text);
    List<Field> columns = parser.tokens.isEmpty() ? List.of() : parser.namedTypes();
    parser.end();
    return columns;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text.strip());
    int position = 0;
    while (position < text.strip().length()) {
      if (!matcher.find(position) || matcher.start() != position) {
        throw new IllegalArgumentException("Type \"" + text + "\" cannot be read from \"" + text.strip().substring(position) + "\" on");
      }
      tokens.add(matcher.group().strip());
      position = matcher.end();
    }
    return tokens;
  }

  private List<Field> namedTypes() {
    List<Field> fields = new ArrayList<>();
    do {
      String name = unquoted(take());
      fields.add(type(name));
    } while (accept(","));
    return fields;
  }

  private Field type(String name) {
    Field field = simple(name, take().toUpperCase(java.util.Locale.ROOT));
    while (accept("[")) {
      if (accept("]")) {
        field = SqlTypes.list(name, field);
      } else {
        field = SqlTypes.array(name, field, number());
        expect("]");
      }
    }
    return field;
  }

  private Field simple(String name, String type) {
    return switch (type) {
      case "STRUCT" -> SqlTypes.struct(name, inParentheses(this::namedTypes));
      case "MAP" -> inParentheses(() -> map(name));
      case "ENUM" -> SqlTypes.enumeration(name, inParentheses(this::texts));
      case "DECIMAL", "NUMERIC" -> peek("(") ? inParentheses(() -> decimal(name)) : SqlTypes.decimal(name, 18, 3);
      case "TIMESTAMP" -> accept("WITH") ? withTimeZone(name) : SqlTypes.named(name, type);
      default -> known(name, type);
    };
  }

  private Field known(String name, String type) {
    Field field = SqlTypes.named(name, type);
    if (field == null) {
      throw new IllegalArgumentException("Type " + type + " in \"" + text + "\" is not known; see the table of types in the protocol's description");
    }
    return field;
  }

  private Field map(String name) {
    Field key = type("key");
    expect(",");
    return SqlTypes.map(name, key, type("value"));
  }

  private Field decimal(String name) {
    int precision = number();
    return SqlTypes.decimal(name, precision, accept(",") ? number() : 0);
  }

  private Field withTimeZone(String name) {
    expect("TIME");
    expect("ZONE");
    return SqlTypes.named(name, "TIMESTAMPTZ");
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    do {
      texts.add(unquoted(take()));
    } while (accept(","));
    return texts;
  }

  private <T> T inParentheses(java.util.function.Supplier<T> inner) {
    expect("(");
    T value = inner.get();
    expect(")");
    return value;
  }

  private int number() {
    String token = take();
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Type \"" + text + "\" has \"" + token + "\" where a number is wanted", e);
    }
  }

  private static String unquoted(String token) {
    char quote = token.charAt(0);
    if (quote != '\'' && quote != '"') {
      return token;
    }
    return token.substring(1, token.length() - 1).replace("" + quote + quote, "" + quote);
  }

  private String take() {
    if (next == tokens.size()) {
      throw new IllegalArgumentException("Type \"" + text + "\" ends too early");
    }
    return tokens.get(next++);
  }

  private boolean peek(String token) {
    return next < tokens.size() && tokens.get(next).equalsIgnoreCase(token);
  }

  private boolean accept(String token) {
    boolean there = peek(token);
    if (there) {
      next++;
    }
    return there;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new IllegalArgumentException("Type \"" + text + "\" has " + (next < tokens.size() ? "\"" + tokens.get(next) + "\"" : "its end") + " where \"" + token + "\" is wanted");
    }
  }

  private void end() {
    if (next < tokens.size()) {
      throw new IllegalArgumentException("Type \"" + text + "\" has \"" + tokens.get(next) + "\" after its end");
    }
  }
}
