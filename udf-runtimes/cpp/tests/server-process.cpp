#include "server-process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace flight = arrow::flight;

namespace {

template <class T>
T need(arrow::Result<T> result) {
  if (!result.ok()) throw std::runtime_error(result.status().ToString());
  return std::move(result).ValueUnsafe();
}

void need(const arrow::Status& status) {
  if (!status.ok()) throw std::runtime_error(status.ToString());
}

std::string make_folder() {
  std::string folder = "/tmp/arbalest-udf-XXXXXX";
  if (!::mkdtemp(folder.data())) throw std::runtime_error("No folder for the test");
  std::filesystem::create_directory(folder + "/in");
  std::filesystem::create_directory(folder + "/out");
  return folder;
}

std::string read_line(int fd) {
  std::string line;
  for (char letter; ::read(fd, &letter, 1) == 1 && letter != '\n';) line += letter;
  return line;
}

template <class T>
T at(const arrow::Buffer& bytes, size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

}  // namespace

ServerProcess::ServerProcess() : folder_(make_folder()) {
  int pipe[2];
  if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error("No pipe for the test");
  const std::string socket = folder_ + "/out/udf.sock";
  const auto begun = std::chrono::steady_clock::now();
  pid_ = ::fork();
  if (pid_ == 0) {
    ::setenv("ARBALEST_UDF_SOCKET", socket.c_str(), 1);
    ::setenv("ARBALEST_UDF_INPUT_DIR", (folder_ + "/in").c_str(), 1);
    ::setenv("ARBALEST_UDF_OUTPUT_DIR", (folder_ + "/out").c_str(), 1);
    ::dup2(pipe[1], STDOUT_FILENO);
    ::execl(SERVER, SERVER, nullptr);
    ::_exit(127);
  }
  ::close(pipe[1]);
  output_ = pipe[0];
  const auto line = read_line(output_);
  start_time_ = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
  if (line != "listening on unix:" + socket) throw std::runtime_error("The server said: " + line);
  client_ = need(flight::FlightClient::Connect(need(flight::Location::Parse("grpc+unix://" + socket))));
}

ServerProcess::~ServerProcess() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(output_);
  std::filesystem::remove_all(folder_);
}

int ServerProcess::terminate() {
  ::kill(pid_, SIGTERM);
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

nlohmann::json ServerProcess::action(const std::string& type, const std::string& body) {
  auto results = need(client_->DoAction(flight::Action{type, arrow::Buffer::FromString(body)}));
  return nlohmann::json::parse(need(results->Next())->body->ToString());
}

CallStream::CallStream(ServerProcess& server, const nlohmann::json& command, const std::shared_ptr<arrow::Schema>& schema)
    : exchange_(need(server.client().DoExchange(flight::FlightDescriptor::Command(command.dump())))) {
  need(exchange_.writer->Begin(schema));
}

nlohmann::json CallStream::command(const std::string& function, const std::string& operation, int arguments, const std::string& errors) {
  auto columns = nlohmann::json::array();
  for (int i = 0; i < arguments; ++i) columns.push_back(i);
  return {{"protocol", 1}, {"query", "q-1"}, {"user", "ada"}, {"errors", errors},
          {"calls", {{{"function", function}, {"operation", operation}, {"arguments", columns}, {"options", {{"colour", "red"}}}}}}};
}

std::string CallStream::header(int kind, uint64_t id, uint64_t offset, uint64_t length, uint64_t room, uint64_t room_bytes) {
  std::string bytes(48, '\0');
  bytes[0] = 1;
  bytes[1] = static_cast<char>(kind);
  const uint64_t words[] = {id, offset, length, room, room_bytes};
  std::memcpy(bytes.data() + 8, words, sizeof(words));
  return bytes;
}

void CallStream::send(const std::shared_ptr<arrow::RecordBatch>& batch) {
  need(exchange_.writer->WriteWithMetadata(*batch, arrow::Buffer::FromString(header(1, ++sent_))));
}

void CallStream::send_header(const std::string& header) { need(exchange_.writer->WriteMetadata(arrow::Buffer::FromString(header))); }

Answer CallStream::receive() {
  auto chunk = need(exchange_.reader->Next());
  if (!chunk.app_metadata) throw std::runtime_error("The stream has ended");
  const auto& bytes = *chunk.app_metadata;
  Answer answer{bytes.data()[1], at<uint16_t>(bytes, 2), at<uint32_t>(bytes, 4), at<uint64_t>(bytes, 8), at<uint64_t>(bytes, 16), at<uint64_t>(bytes, 24), chunk.data, {}};
  if (answer.kind == 3) answer.error = nlohmann::json::parse(bytes.ToString().substr(48));
  return answer;
}

std::shared_ptr<arrow::Schema> CallStream::schema() { return need(exchange_.reader->GetSchema()); }

arrow::Status CallStream::close() {
  const auto closed = exchange_.writer->DoneWriting();
  while (true) {
    auto chunk = exchange_.reader->Next();
    if (!chunk.ok()) return chunk.status();
    if (!chunk->data && !chunk->app_metadata) break;
  }
  return exchange_.writer->Close();
}
