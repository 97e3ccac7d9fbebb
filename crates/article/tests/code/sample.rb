class Foo < Bar
  attr_reader :name
  def hi!(x = nil) puts "a #{x}"; @name ||= :sym; end
end
