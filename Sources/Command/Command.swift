@main
enum Command {
    static func main() {
        print("schoolgate")
    }
}
